// Days as milliseconds of universal time, and the units that charts put them together by.
const time = (() => {
  const DAY = 86400000;
  const UNITS = ["day", "week", "month", "quarter", "year", "decade"];
  const LENGTHS = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.25, decade: 3652.5 };
  const locale = setup.language === "en" ? "en-GB" : setup.language;
  const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const long = format({ day: "numeric", month: "long", year: "numeric" });
  const short = format({ day: "numeric", month: "short", year: "numeric" });
  const month = format({ month: "long", year: "numeric" });

  const parse = (iso) => (iso ? Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) : null);
  const iso = (ms) => new Date(ms).toISOString().slice(0, 10);

  /** Return the first moment of the unit that a day lies in. */
  function floor(ms, unit) {
    const date = new Date(ms);
    const [y, m] = [date.getUTCFullYear(), date.getUTCMonth()];
    if (unit === "day") return Math.floor(ms / DAY) * DAY;
    if (unit === "week") return Math.floor((ms / DAY + 3) / 7) * 7 * DAY - 3 * DAY; // from Monday
    if (unit === "month") return Date.UTC(y, m);
    if (unit === "quarter") return Date.UTC(y, m - (m % 3));
    return Date.UTC(unit === "year" ? y : y - (y % 10), 0);
  }

  /** Return the first moment of the next unit. */
  const next = (ms, unit) => floor(floor(ms, unit) + LENGTHS[unit] * DAY * 1.2 + DAY, unit);

  /** Return the smallest unit that parts a period into no more than `most` bins. */
  const unitFor = (from, to, most, units = UNITS) =>
    units.find((unit) => (to - from) / DAY / LENGTHS[unit] <= most) ?? units.at(-1);

  /** Return a unit's name in words: a day, a week's Monday, a month, a year. */
  function words(ms, unit) {
    if (unit === "year") return String(new Date(ms).getUTCFullYear());
    if (unit === "month") return month.format(ms);
    if (unit === "day") return long.format(ms);
    return `${short.format(ms)} – ${short.format(next(ms, unit) - DAY)}`;
  }

  const DATE = /^\d{4}-\d\d-\d\d$/;
  const PART = /^(\d{4})-([2-4]\d)$/; // a season, quarter or half of a year
  const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

  /** Return an EDTF value in words where it is a day, month or interval, and as it is elsewhere. */
  function value(edtf) {
    if (DATE.test(edtf)) return short.format(parse(edtf)).replaceAll(" ", "\u00a0");
    const part = PART.exec(edtf);
    if (part && setup.has("parts", part[2]))
      return setup.label("parts", part[2]).replace("{year}", part[1]);
    if (MONTH.test(edtf)) return month.format(Date.UTC(+edtf.slice(0, 4), +edtf.slice(5) - 1));
    const [from, to] = edtf.split("/");
    if (to === undefined) return edtf;
    if (DATE.test(from) && DATE.test(to)) return short.formatRange(parse(from), parse(to));
    const shown = (part) => (part === ".." || part === "" ? "…" : value(part));
    return `${shown(from)} – ${shown(to)}`;
  }

  /** Month names for Vega's axes. */
  function vegaLocale() {
    const names = (options, count, day) =>
      Array.from({ length: count }, (_, i) => format(options).format(day(i)));
    const ofMonth = (i) => Date.UTC(2023, i);
    const ofWeek = (i) => Date.UTC(2023, 0, 1 + i); // a Sunday
    return {
      dateTime: "%d/%m/%Y %H:%M",
      date: "%d/%m/%Y",
      time: "%H:%M",
      periods: ["AM", "PM"],
      days: names({ weekday: "long" }, 7, ofWeek),
      shortDays: names({ weekday: "short" }, 7, ofWeek),
      months: names({ month: "long" }, 12, ofMonth),
      shortMonths: names({ month: "short" }, 12, ofMonth),
    };
  }

  return {
    DAY,
    parse,
    iso,
    floor,
    next,
    unitFor,
    words,
    value,
    vegaLocale,
    day: (ms) => long.format(ms),
    shortDay: (ms) => short.format(ms),
  };
})();
