// The timeline: a lane for each type, a circle for all of a type in one unit of time.
const timeline = (() => {
  const BINS = 90;
  const LANE = 30;
  const EDGE = 14; // room for circles at either end, in pixels
  let view = null;
  let shown;
  let fill;

  /** Put items together by the unit that suits the period shown. */
  function rows() {
    const unit = time.unitFor(shown.from, shown.to, BINS);
    const found = new Map();
    for (const item of overview.dated()) {
      const { day } = item.time;
      if (day < shown.from || day > shown.to) continue;
      const from = time.floor(day, unit);
      const key = `${item.type} ${from}`;
      if (!found.has(key))
        found.set(key, { type: item.type, from, of: data.modalities.map(() => 0), first: item });
      found.get(key).of[item.modality] += 1;
    }
    return [...found.values()].map(({ type, from, of, first }) => {
      const count = of.reduce((a, b) => a + b);
      const most = of.indexOf(Math.max(...of));
      const each = of.flatMap((n, m) =>
        n ? [setup.pair(overview.modalityName(m), setup.number(n))] : [],
      );
      return {
        key: type,
        type: overview.typeName(type),
        from,
        to: time.next(from, unit),
        unit,
        at: (from + time.next(from, unit)) / 2,
        count,
        first,
        modality: overview.modalityName(most),
        words: [`${overview.typeName(type)}, ${time.words(from, unit)}`, ...each].join("\n"),
      };
    });
  }

  const numbers = () =>
    dom.table(
      [setup.text("type"), setup.text("date"), setup.text("total")],
      rows()
        .sort((a, b) => a.from - b.from)
        .map((row) => [
          row.type,
          time.words(row.from, row.unit),
          dom.button(setup.number(row.count), () => choose(row), {
            "aria-label": `${setup.number(row.count)}: ${row.words}`,
          }),
        ]),
    );

  /** Show a single event; of several, the period that they are in. */
  function choose(row) {
    if (row.count === 1) detail.open(row.first);
    else show(row.from, row.to - time.DAY);
  }

  /** Show a period: it becomes the filter of time. */
  function show(from, to) {
    const whole = overview.wholeTime();
    const length = Math.max(3 * time.DAY, Math.min(to - from, whole.to - whole.from));
    const start = Math.max(whole.from, Math.min(from, whole.to - length));
    const all = start <= whole.from && start + length >= whole.to - time.DAY;
    filters.change({
      from: all ? null : time.floor(start, "day"),
      to: all ? null : time.floor(start + length, "day"),
    });
  }

  const lane = () => Math.max(100, view.scale("x").range()[1] - 2 * EDGE);
  const perPixel = () => (shown.to - shown.from) / lane();

  function draw() {
    const whole = overview.wholeTime();
    const { from, to } = filters.state;
    shown = { from: from ?? whole.from, to: (to ?? whole.to - time.DAY) + time.DAY };
    if (shown.to <= shown.from) shown.to = shown.from + time.DAY;
    const edge = perPixel() * EDGE;
    view
      .signal("first", shown.from - edge)
      .signal("last", shown.to + edge)
      .data("rows", rows())
      .runAsync();
    dom.byId("timeline-window").textContent =
      `${time.shortDay(shown.from)} – ${time.shortDay(shown.to - time.DAY)}`;
    fill();
  }

  function interact() {
    const fraction = (x) => Math.max(0, Math.min(1, (x - view.origin()[0] - EDGE) / lane()));
    gestures.explore("timeline", {
      vertical: false,
      move: (dx) => show(shown.from - dx * perPixel(), shown.to - time.DAY - dx * perPixel()),
      zoom: (factor, x) => {
        const [length, at] = [shown.to - time.DAY - shown.from, fraction(x)];
        const middle = shown.from + at * length;
        show(middle - (at * length) / factor, middle + ((1 - at) * length) / factor);
      },
      all: () => filters.change({ from: null, to: null }),
    });
    view.addEventListener("click", (_, item) => item?.datum?.words && choose(item.datum));
  }

  async function start() {
    if (!overview.wholeTime()) {
      document.querySelector("#timeline .chart").textContent = setup.text("undated");
      return;
    }
    const present = [...new Set(data.items.map((item) => item.type))];
    view = await chart.put("timeline", (spec) => {
      spec.height = LANE * present.length;
      spec.encoding.color.scale = chart.MODALITY_SCALE;
      spec.encoding.y.scale = {
        domain: present.map(overview.typeName).sort((a, b) => a.localeCompare(b)),
      };
      return spec;
    });
    fill = chart.numbers("timeline", numbers);
    interact();
    filters.onChange(draw);
  }

  return { start };
})();
