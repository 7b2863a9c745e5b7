// Put a chart of Vega into its figure: as SVG, without code made from strings, text as text.
const chart = (() => {
  const ERRORS = 1; // without warnings that a chart has no data yet
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'; // as in style.css
  const config = {
    background: null,
    font: FONT,
    axis: {
      labelColor: "var(--soft)",
      titleColor: "var(--soft)",
      gridColor: "var(--line)",
      domainColor: "var(--line)",
      tickColor: "var(--line)",
      labelFontSize: 12,
    },
    legend: {
      labelColor: "var(--ink)",
      labelFontSize: 12,
      titleColor: "var(--soft)",
      labelFont: FONT,
    },
    text: { fill: "var(--ink)", font: FONT },
    view: { stroke: null },
  };
  const { thousands, decimal } = (() => {
    const parts = new Intl.NumberFormat(setup.language).formatToParts(1234567.8);
    const find = (type) => parts.find((part) => part.type === type).value;
    return { thousands: find("group"), decimal: find("decimal") };
  })();

  const MODALITY_SCALE = {
    domain: data.modalities.map((name) => setup.label("modalities", name)),
    range: data.modalities.map((name) => `var(--${name})`),
  };

  /** What the colours of modality mean, for each place that asks for it. */
  function legend() {
    for (const place of document.querySelectorAll(".legend")) {
      place.replaceChildren(
        ...data.modalities.map((name) =>
          dom.make("li", { class: `modality modality-${name}` }, setup.label("modalities", name)),
        ),
      );
    }
  }

  /** The tooltip: lines of text in an element of its own. */
  function tip(_handler, event, _item, value) {
    const box =
      dom.byId("tip") ??
      document.body.appendChild(dom.make("div", { id: "tip", "aria-hidden": "true" }));
    box.hidden = value === null || value === undefined || value === "";
    if (box.hidden) return;
    box.replaceChildren(
      ...String(value)
        .split("\n")
        .map((line) => dom.make("div", {}, line)),
    );
    const right = event.clientX + 16 + box.offsetWidth > innerWidth;
    box.style.left = `${event.clientX + (right ? -box.offsetWidth - 12 : 16)}px`;
    box.style.top = `${Math.min(event.clientY + 16, innerHeight - box.offsetHeight - 8)}px`;
  }

  /**
   * Put the chart of a name into the figure with this id; return its view. It is as wide as the
   * figure and, with a ratio, as high as that says.
   */
  async function put(name, prepare = (spec) => spec, { ratio = null } = {}) {
    const place = document.querySelector(`#${name} .chart`);
    const spec = prepare(structuredClone(setup.charts[name]));
    const { view } = await vegaEmbed(place, spec, {
      mode: spec.marks ? "vega" : "vega-lite",
      ast: true,
      logLevel: ERRORS,
      renderer: "svg",
      actions: false,
      defaultStyle: false,
      tooltip: tip,
      config,
      timeFormatLocale: time.vegaLocale(),
      formatLocale: { decimal, thousands, grouping: [3], currency: ["", ""] },
    });
    place.querySelector("svg")?.setAttribute("aria-hidden", "true");
    const size = () => {
      const width = Math.max(200, place.clientWidth);
      if (ratio !== null) view.height(Math.max(280, Math.min(480, Math.round(width * ratio))));
      return Math.abs(view.width() - width) > 1 ? view.width(width) : view;
    };
    new ResizeObserver(() => size().runAsync()).observe(place);
    return size();
  }

  /** Put numbers into the table beside a chart, when it is opened. */
  function numbers(id, make) {
    const details = document.querySelector(`#${id} .numbers`);
    const fill = () => details.open && details.querySelector(".scroll").replaceChildren(make());
    details.addEventListener("toggle", fill);
    return fill;
  }

  /** Count items by two keys; return rows of {a, b, count} in the order of their first item. */
  function count(items, a, b) {
    const found = new Map();
    for (const item of items) {
      const [x, y] = [a(item), b(item)];
      if (!found.has(x)) found.set(x, new Map());
      found.get(x).set(y, (found.get(x).get(y) ?? 0) + 1);
    }
    return [...found].flatMap(([x, inner]) =>
      [...inner].map(([y, n]) => ({ a: x, b: y, count: n })),
    );
  }

  return { put, legend, numbers, count, MODALITY_SCALE };
})();
