// The panel of filters: search, period, confidence, and a list of boxes with counts for each facet.
const facets = (() => {
  const FEW = 8;
  const { state, FACETS } = filters;
  const open = new Set();

  function counted(name) {
    const counts = new Map();
    for (const item of filters.passing(name)) {
      for (const key of FACETS[name].of(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const key of state.chosen[name]) if (!counts.has(key)) counts.set(key, 0);
    const rows = [...counts].map(([key, count]) => ({ key, count, words: FACETS[name].name(key) }));
    if (name === "modality") return rows.sort((a, b) => a.key - b.key);
    return rows.sort((a, b) => b.count - a.count || a.words.localeCompare(b.words));
  }

  function row(name, { key, count, words }, most) {
    const chosen = state.chosen[name].has(key);
    const box = dom.make("input", {
      type: "checkbox",
      checked: chosen,
      "data-facet": `${name} ${key}`,
      onchange: (event) => filters.toggle(name, key, event.target.checked),
    });
    const meter = dom.make("span", { class: "meter", "aria-hidden": "true" });
    meter.style.setProperty("--share", String(count / most));
    if (name === "modality") meter.classList.add(`modality-${data.modalities[key]}`);
    const label = dom.make(
      "label",
      {},
      box,
      dom.make("span", { class: "words" }, words),
      dom.make("span", { class: "count" }, setup.number(count)),
      meter,
    );
    return dom.make("li", {}, label);
  }

  function list(name) {
    const rows = counted(name);
    if (rows.length < 2 && !state.chosen[name].size) return null;
    const most = Math.max(1, ...rows.map(({ count }) => count));
    const long = rows.length > FEW + 2;
    const shown =
      long && !open.has(name)
        ? rows.filter(({ key }, i) => i < FEW || state.chosen[name].has(key))
        : rows;
    const more = long
      ? dom.button(
          open.has(name)
            ? setup.text("fewer")
            : setup.text("other", { count: setup.number(rows.length - shown.length) }),
          () => {
            if (!open.delete(name)) open.add(name);
            draw();
          },
          { class: "more", "aria-expanded": open.has(name), "data-facet": `${name} more` },
        )
      : null;
    return dom.make(
      "fieldset",
      {},
      dom.make("legend", {}, setup.text(name)),
      dom.make(
        "ul",
        {},
        shown.map((each) => row(name, each, most)),
      ),
      more,
    );
  }

  /** Draw the lists anew; the box that has the keyboard's focus keeps it. */
  function draw() {
    const focus = document.activeElement?.dataset?.facet;
    const place = dom.byId("facets");
    place.replaceChildren(...Object.keys(FACETS).map(list).filter(Boolean));
    if (focus)
      [...place.querySelectorAll("[data-facet]")].find((e) => e.dataset.facet === focus)?.focus();
    fields();
  }

  function fields() {
    dom.byId("from").value = state.from === null ? "" : time.iso(state.from);
    dom.byId("to").value = state.to === null ? "" : time.iso(state.to);
    dom.byId("undated").checked = state.undated;
    dom.byId("confidence").value = String(Math.round(state.confidence * 100));
    dom.byId("confidence-value").textContent = setup.share(state.confidence);
    if (!state.words.length && document.activeElement !== dom.byId("search"))
      dom.byId("search").value = "";
  }

  function start() {
    let waiting;
    dom.byId("search").addEventListener("input", (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => filters.search(event.target.value), 150);
    });
    for (const end of ["from", "to"]) {
      dom.byId(end).addEventListener("change", (event) => {
        filters.change({ [end]: event.target.value ? time.parse(event.target.value) : null });
      });
    }
    dom.byId("undated").addEventListener("change", (event) => {
      filters.change({ undated: event.target.checked });
    });
    dom.byId("confidence").addEventListener("input", (event) => {
      filters.change({ confidence: Number(event.target.value) / 100 });
    });
    document.querySelector("#filters form").addEventListener("submit", (e) => e.preventDefault());
    const wide = matchMedia("(min-width: 900px)");
    const unfold = () => dom.byId("filters").toggleAttribute("open", wide.matches);
    wide.addEventListener("change", unfold);
    unfold();
    filters.onChange(draw);
  }

  return { start };
})();
