// Who takes part in the same events: the most frequent participants and pairs.
const network = (() => {
  const NODES = 30;
  const NODES_NARROW = 14;
  const NARROW = 560;
  const LINKS = 60;
  const PARTIES = 12; // an event with more participants (a summit) counts for the first of them
  const KINDS = ["state", "person", "org", "force"];
  const WIDE = 22;
  const PAUSE = 150; // milliseconds without a change before the layout is made anew
  let view = null;
  let fill;
  let waiting;
  let turn = 0;

  const kindName = (party) =>
    KINDS.includes(party.kind) ? setup.label("kinds", party.kind) : setup.text("other_kind");

  /** Return all participants and pairs with their counts, the most frequent first. */
  function counted() {
    const [nodes, links] = [new Map(), new Map()];
    const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const item of filters.passing()) {
      const parties = [...new Set(data.inRole(item, "actor", "recipient"))].slice(0, PARTIES);
      parties.sort((a, b) => a.index - b.index);
      parties.forEach((party, i) => {
        add(nodes, party.index);
        for (const other of parties.slice(i + 1)) add(links, `${party.index} ${other.index}`);
      });
    }
    const order = ([a, m], [b, n]) => n - m || String(a).localeCompare(String(b));
    return { nodes: [...nodes].sort(order), links: [...links].sort(order) };
  }

  function numbers() {
    const { links } = counted();
    const named = (index) => {
      const party = data.parties[index];
      return dom.button(party.name, () => filters.change({ party }));
    };
    return dom.table(
      [setup.text("participant"), setup.text("together"), setup.text("total")],
      links
        .slice(0, 200)
        .map(([pair, count]) => [...pair.split(" ").map(named), setup.number(count)]),
    );
  }

  const short = (name) => (name.length > WIDE ? `${name.slice(0, WIDE - 1)}…` : name);

  async function draw() {
    const all = counted();
    const paired = new Set(all.links.flatMap(([pair]) => pair.split(" ").map(Number)));
    const narrow = document.querySelector("#network .chart").clientWidth < NARROW;
    const shown = all.nodes
      .filter(([index]) => !paired.size || paired.has(index))
      .slice(0, narrow ? NODES_NARROW : NODES);
    const place = new Map(shown.map(([index], i) => [index, i]));
    const nodes = shown.map(([index, count]) => {
      const party = data.parties[index];
      return {
        index,
        count,
        kind: kindName(party),
        name: party.name,
        short: short(party.name),
        words: setup.pair(
          `${party.name} (${setup.label("kinds", party.kind ?? "thing")})`,
          setup.number(count),
        ),
      };
    });
    const links = all.links
      .map(([pair, count]) => ({ ends: pair.split(" ").map((n) => place.get(Number(n))), count }))
      .filter(({ ends }) => ends.every((end) => end !== undefined))
      .slice(0, LINKS)
      .map(({ ends: [source, target], count }) => ({ source, target, count }));
    dom.byId("network-hint").textContent = setup.text("network_hint", {
      nodes: setup.number(nodes.length),
      all: setup.number(all.nodes.length),
      links: setup.number(links.length),
      pairs: setup.number(all.links.length),
    });
    fill();
    await put(nodes, links, narrow);
  }

  /** Make the chart anew: its layout begins from nothing, so that the same data look the same. */
  async function put(nodes, links, narrow) {
    turn += 1;
    const mine = turn;
    view?.finalize();
    const made = await chart.put(
      "network",
      (spec) => {
        spec.data[0].values = nodes;
        spec.data[1].values = links;
        spec.scales[0].domain = [
          ...KINDS.map((kind) => setup.label("kinds", kind)),
          setup.text("other_kind"),
        ];
        if (narrow) Object.assign(spec.legends[0], { columns: 3 });
        return spec;
      },
      { ratio: narrow ? 1.1 : 0.5 },
    );
    if (mine !== turn) return; // another one was begun in the meantime
    view = made;
    view.runAsync();
    view.addEventListener("click", (_, item) => {
      const index = item?.datum?.index;
      if (index !== undefined) filters.change({ party: data.parties[index] });
    });
  }

  async function start() {
    fill = chart.numbers("network", numbers);
    filters.onChange(() => {
      clearTimeout(waiting);
      if (view === null) draw();
      else waiting = setTimeout(draw, PAUSE);
    });
  }

  return { start };
})();
