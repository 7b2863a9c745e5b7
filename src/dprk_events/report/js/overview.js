// The counts by type and modality, and by time and modality.
const overview = (() => {
  const BAR = 23;
  const modalityName = (modality) => setup.label("modalities", data.modalities[modality]);
  const typeName = (type) => setup.label("types", type);
  let types;
  let months;
  let unit = "month";
  let extent = null;
  let fillTypes;
  let fillMonths;

  function typeRows() {
    const counted = chart.count(
      filters.passing(),
      (item) => item.type,
      (item) => item.modality,
    );
    return counted.map(({ a, b, count }) => ({
      key: a,
      type: typeName(a),
      modality: modalityName(b),
      rank: b,
      count,
      words: setup.pair(`${typeName(a)}, ${modalityName(b)}`, setup.number(count)),
    }));
  }

  function typeTable() {
    const rows = typeRows();
    const order = [...new Set(rows.map((row) => row.key))];
    const of = (type, rank) =>
      rows
        .filter((row) => row.key === type && (rank === null || row.rank === rank))
        .reduce((sum, row) => sum + row.count, 0);
    order.sort((a, b) => of(b, null) - of(a, null));
    const ranks = data.modalities.map((_, rank) => rank);
    return dom.table(
      [setup.text("type"), ...ranks.map(modalityName), setup.text("total")],
      order.map((type) => [
        typeName(type),
        ...[...ranks, null].map((r) => setup.number(of(type, r))),
      ]),
    );
  }

  /** Return the dated items that pass all filters but that of time. */
  const dated = () => filters.passing("time").filter((item) => item.time.day !== null);

  /** Return bars that stand on each other, a stack for each unit of time. */
  function monthRows() {
    const high = new Map();
    const counted = chart
      .count(
        dated(),
        (item) => time.floor(item.time.day, unit),
        (item) => item.modality,
      )
      .sort((a, b) => a.a - b.a || a.b - b.b);
    return counted.map(({ a, b, count }) => {
      const low = high.get(a) ?? 0;
      high.set(a, low + count);
      return {
        from: a,
        to: time.next(a, unit),
        low,
        high: low + count,
        modality: modalityName(b),
        count,
        words: `${time.words(a, unit)}\n${setup.pair(modalityName(b), setup.number(count))}`,
      };
    });
  }

  const monthTable = () =>
    dom.table(
      [setup.text("date"), setup.text("modality"), setup.text("total")],
      monthRows().map((row) => [time.words(row.from, unit), row.modality, setup.number(row.count)]),
    );

  /** Return the first and last moment of all dated items, whole units. */
  function wholeTime() {
    if (extent === null) {
      const days = data.items.map((item) => item.time.day).filter((day) => day !== null);
      if (!days.length) return null;
      const [from, to] = days.reduce(
        ([a, b], d) => [Math.min(a, d), Math.max(b, d)],
        [days[0], days[0]],
      );
      unit = time.unitFor(from, to, 130, ["month", "quarter", "year", "decade"]);
      extent = { from: time.floor(from, unit), to: time.next(to, unit) };
    }
    return extent;
  }

  function draw() {
    const rows = typeRows();
    types.height(BAR * Math.max(1, new Set(rows.map(({ type }) => type)).size));
    types.data("rows", rows).runAsync();
    fillTypes();
    if (!months) return;
    const { from, to } = filters.state;
    const shown =
      from === null && to === null
        ? []
        : [{ from: from ?? extent.from, to: (to ?? extent.to) + time.DAY }];
    months.data("rows", monthRows()).data("window", shown).runAsync();
    fillMonths();
  }

  function brush() {
    let began = null;
    const at = (x) =>
      months
        .scale("x")
        .invert(x - months.origin()[0])
        .valueOf();
    const clamp = (ms) => Math.max(extent.from, Math.min(extent.to - 1, ms));
    gestures.drag(
      document.querySelector("#months .chart"),
      (_dx, _dy, x) => {
        const [from, to] = [began, clamp(at(x))].sort((a, b) => a - b);
        filters.change({ from: time.floor(from, unit), to: time.next(to, unit) - time.DAY });
      },
      {
        start: (x) => {
          began = clamp(at(x));
        },
      },
    );
    months.addEventListener("click", (_, item) => {
      if (!item?.datum?.words) return;
      filters.change({ from: item.datum.from, to: item.datum.to - time.DAY });
    });
  }

  async function start() {
    types = await chart.put("types", (spec) => {
      spec.layer[0].encoding.color.scale = chart.MODALITY_SCALE;
      return spec;
    });
    types.addEventListener("click", (_, item) => {
      const type =
        item?.datum?.key ?? data.types.find((each) => typeName(each) === item?.datum?.type);
      if (type) filters.toggle("type", type, !filters.state.chosen.type.has(type));
    });
    fillTypes = chart.numbers("types", typeTable);
    fillMonths = chart.numbers("months", monthTable);
    const whole = wholeTime();
    if (whole) {
      months = await chart.put("months", (spec) => {
        spec.layer[0].encoding.color.scale = chart.MODALITY_SCALE;
        return spec;
      });
      months.signal("first", whole.from).signal("last", whole.to);
      brush();
    } else {
      document.querySelector("#months .chart").textContent = setup.text("undated");
    }
    filters.onChange(draw);
  }

  return { start, wholeTime, dated, typeName, modalityName };
})();
