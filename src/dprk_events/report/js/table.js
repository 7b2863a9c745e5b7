// The table of all rows that pass the filters, a page at a time, sorted by any column.
const table = (() => {
  const FEW = 3;

  /** Return some names, and how many more there are. */
  function some(names) {
    const more = names.length - FEW;
    if (more < 2) return names.join(", ");
    return `${names.slice(0, FEW).join(", ")} (${setup.text("other", { count: setup.number(more) })})`;
  }

  const names =
    (...roles) =>
    (item) =>
      some(data.inRole(item, ...roles).map((party) => party.name));
  const sources = (item) => some(item.sources.map(({ party }) => party.name));
  const COLUMNS = [
    { key: "date", sort: (item) => item.time.day ?? Infinity },
    { key: "type", text: (item) => setup.label("types", item.type) },
    { key: "modality", sort: (item) => item.modality },
    { key: "who", text: names("actor") },
    { key: "whom", text: names("recipient") },
    { key: "with_what", text: names("instrument"), wide: true },
    { key: "place", text: (item) => item.place?.name ?? "" },
    { key: "sources", text: sources, wide: true },
    ...(data.linked ? [{ key: "documents", sort: (item) => item.documents.length }] : []),
    { key: "confidence", sort: (item) => item.confidence ?? -1 },
  ];
  const state = { key: "date", down: false, page: 0, size: 25 };
  const collator = new Intl.Collator(setup.language);
  let rows = [];

  const dateWords = (item) =>
    item.time.value === null ? setup.text("undated") : time.value(item.time.value);

  function cell(item, { key, text, wide }) {
    if (key === "date") {
      const words = setup.text("details_of", {
        type: setup.label("types", item.type),
        date: dateWords(item),
      });
      const open = dom.button(dateWords(item), () => detail.open(item), {
        class: "open",
        "aria-label": words,
        "data-item": item.id,
      });
      return dom.make("th", { scope: "row" }, open);
    }
    if (key === "modality") {
      const name = data.modalities[item.modality];
      const words = setup.label("modalities", name);
      return dom.make("td", {}, dom.make("span", { class: `modality modality-${name}` }, words));
    }
    if (key === "confidence")
      return dom.make("td", { class: "number" }, setup.share(item.confidence));
    if (key === "documents")
      return dom.make("td", { class: "number" }, setup.number(item.documents.length));
    return dom.make(
      "td",
      { class: wide ? "wide" : null },
      dom.make("div", { class: "cell" }, text(item)),
    );
  }

  function heading(column) {
    const { key, wide } = column;
    const sorted = state.key === key;
    const arrow = dom.make(
      "span",
      { "aria-hidden": "true" },
      sorted ? (state.down ? " ▼" : " ▲") : "",
    );
    return dom.make(
      "th",
      {
        scope: "col",
        class: wide ? "wide" : null,
        "aria-sort": sorted ? (state.down ? "descending" : "ascending") : null,
      },
      dom.button([dom.make("span", {}, setup.text(key)), arrow], () => sortBy(key), {
        "data-sort": key,
      }),
    );
  }

  function sortBy(key) {
    Object.assign(state, { down: state.key === key && !state.down, key, page: 0 });
    order();
    draw();
    document.querySelector(`#rows [data-sort="${key}"]`).focus();
  }

  function order() {
    const { sort, text } = COLUMNS.find(({ key }) => key === state.key);
    const sign = state.down ? -1 : 1;
    const keys = new Map(rows.map((item) => [item, sort ? sort(item) : text(item)]));
    const compare = sort
      ? (a, b) => Math.sign(keys.get(a) - keys.get(b)) || 0
      : (a, b) => !keys.get(a) - !keys.get(b) || collator.compare(keys.get(a), keys.get(b));
    rows.sort((a, b) => sign * compare(a, b) || a.index - b.index);
  }

  const pages = () => Math.max(1, Math.ceil(rows.length / state.size));

  function draw() {
    state.page = Math.max(0, Math.min(state.page, pages() - 1));
    const shown = rows.slice(state.page * state.size, (state.page + 1) * state.size);
    const head = dom.make("thead", {}, dom.make("tr", {}, COLUMNS.map(heading)));
    const body = dom.make(
      "tbody",
      {},
      shown.map((item) =>
        dom.make(
          "tr",
          {},
          COLUMNS.map((column) => cell(item, column)),
        ),
      ),
    );
    document
      .querySelector("#rows .scroll")
      .replaceChildren(dom.make("table", { class: "rows" }, head, body));
    dom.byId("page-number").textContent = setup.text("page_of", {
      page: setup.number(state.page + 1),
      pages: setup.number(pages()),
    });
    const [first, last] = [state.page === 0, state.page === pages() - 1];
    for (const [name, off] of Object.entries({ first, back: first, on: last, last })) {
      document.querySelector(`#rows [data-page="${name}"]`).disabled = off;
    }
  }

  function start() {
    const turn = {
      first: () => 0,
      back: (page) => page - 1,
      on: (page) => page + 1,
      last: () => pages() - 1,
    };
    for (const [name, to] of Object.entries(turn)) {
      document.querySelector(`#rows [data-page="${name}"]`).addEventListener("click", () => {
        state.page = to(state.page);
        draw();
      });
    }
    dom.byId("page-size").addEventListener("change", (event) => {
      Object.assign(state, { size: Number(event.target.value), page: 0 });
      draw();
    });
    filters.onChange(() => {
      rows = filters.passing();
      state.page = 0;
      order();
      draw();
    });
  }

  return { start, dateWords, order: () => rows };
})();
