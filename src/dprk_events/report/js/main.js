// The head of the page, the chips of single filters, and the order in which all of it starts.
const main = (() => {
  const linked = data.linked ? "_linked" : "";

  function figures() {
    const days = overview.wholeTime();
    const all = setup.number(data.items.length);
    const undated = data.items.filter((item) => item.time.day === null).length;
    const parts = [
      setup.text(`figures${linked}`, { all, documents: setup.number(data.read) }),
      days &&
        setup.text("figures_period", {
          from: time.words(days.from, "month"),
          to: time.words(days.to - time.DAY, "month"),
        }),
      undated && setup.text("figures_undated", { undated: setup.number(undated) }),
      data.elsewhere &&
        setup.text("figures_elsewhere", { elsewhere: setup.number(data.elsewhere) }),
      data.failed && setup.text("figures_failed", { failed: setup.number(data.failed) }),
    ];
    dom
      .byId("figures")
      .replaceChildren(...parts.filter(Boolean).map((words) => dom.make("span", {}, words)));
  }

  function chips() {
    const { state, FACETS } = filters;
    const found = Object.entries(FACETS).flatMap(([name, { name: words }]) =>
      [...state.chosen[name]].map((key) => [words(key), () => filters.toggle(name, key, false)]),
    );
    if (state.party) found.push([state.party.name, () => filters.change({ party: null })]);
    if (state.place) found.push([state.place.name, () => filters.change({ place: null })]);
    if (state.from !== null || state.to !== null) {
      const shown = [state.from, state.to].map((ms) => (ms === null ? "…" : time.shortDay(ms)));
      found.push([shown.join(" – "), () => filters.change({ from: null, to: null })]);
    }
    dom.byId("chips").replaceChildren(
      ...found.map(([words, remove]) =>
        dom.button([words, dom.make("span", { "aria-hidden": "true" }, " ×")], remove, {
          "aria-label": setup.text("remove", { filter: words }),
        }),
      ),
    );
    const active = found.length || state.words.length || state.confidence || !state.undated;
    dom.byId("clear").hidden = !active;
    dom.byId("shown").textContent = setup.text(`shown${linked}`, {
      shown: setup.number(filters.passing().length),
      all: setup.number(data.items.length),
    });
  }

  async function start() {
    figures();
    chart.legend();
    facets.start();
    table.start();
    detail.start();
    filters.onChange(chips);
    dom.byId("clear").addEventListener("click", () => {
      filters.clear();
      dom.byId("search").value = "";
    });
    await overview.start();
    await timeline.start();
    await map.start();
    await network.start();
    filters.change();
    detail.openAddressed();
    requestAnimationFrame(() => document.documentElement.setAttribute("data-ready", ""));
  }

  return { start };
})();
main.start();
