// What is shown: the state of all filters, and the items that pass them.
const filters = (() => {
  const NO_SOURCE = "";
  const OUTLET = (item) => [...new Set(item.documents.map((d) => d.outlet ?? ""))];
  const FACETS = {
    type: { of: (item) => [item.type], name: (key) => setup.label("types", key) },
    modality: {
      of: (item) => [item.modality],
      name: (key) => setup.label("modalities", data.modalities[key]),
    },
    country: { of: (item) => item.countries, name: setup.country },
    source: {
      of: (item) => (item.sources.length ? item.sources.map((s) => s.party.name) : [NO_SOURCE]),
      name: (key) => key || setup.text("no_source"),
    },
    outlet: { of: OUTLET, name: (key) => key || setup.text("no_outlet") },
  };
  const NAMES = Object.keys(FACETS);
  const state = {
    words: [],
    from: null,
    to: null,
    undated: true,
    confidence: 0,
    party: null,
    place: null,
    chosen: Object.fromEntries(NAMES.map((name) => [name, new Set()])),
  };
  const listeners = [];
  const folded = new Map();
  const BIT = Object.fromEntries([...NAMES, "time", "rest"].map((name, i) => [name, 1 << i]));
  let masks = new Int32Array(data.items.length);

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** Return everything that a search looks at, without accents and capitals. */
  function searchable(item) {
    if (!folded.has(item)) {
      const names = [...item.roles, ...item.sources].map(({ party }) => party.name);
      const titles = item.documents.map((document) => document.title ?? "");
      const parts = [setup.label("types", item.type), item.place?.name ?? "", ...names, ...titles];
      folded.set(item, fold([...parts, ...data.sentences(item)].join("\n")));
    }
    return folded.get(item);
  }

  function inTime(item) {
    if (item.time.day === null) return state.undated;
    return (
      (state.from === null || item.time.day >= state.from) &&
      (state.to === null || item.time.day <= state.to)
    );
  }

  function passesRest(item) {
    if (state.confidence && (item.confidence ?? 0) < state.confidence) return false;
    if (state.place && item.place !== state.place) return false;
    if (state.party && !item.roles.some(({ party }) => party === state.party)) return false;
    return state.words.every((word) => searchable(item).includes(word));
  }

  /** Say for an item which filters it fails, a bit for each. */
  function failed(item) {
    let mask = 0;
    for (const name of NAMES) {
      const chosen = state.chosen[name];
      if (chosen.size && !FACETS[name].of(item).some((key) => chosen.has(key))) mask |= BIT[name];
    }
    if (!inTime(item)) mask |= BIT.time;
    if (!passesRest(item)) mask |= BIT.rest;
    return mask;
  }

  /** Return the items that pass all filters, or all but one. */
  function passing(but = null) {
    const allowed = but === null ? 0 : BIT[but];
    return data.items.filter((item) => (masks[item.index] & ~allowed) === 0);
  }

  let pending = false;

  /** Apply a change and tell who shows something; several changes in a row are told once. */
  function change(changes = {}) {
    Object.assign(state, changes);
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      masks = Int32Array.from(data.items, failed);
      for (const listener of listeners) listener();
    });
  }

  function toggle(name, key, on) {
    if (on) state.chosen[name].add(key);
    else state.chosen[name].delete(key);
    change();
  }

  function clear() {
    for (const name of NAMES) state.chosen[name].clear();
    change({
      words: [],
      from: null,
      to: null,
      undated: true,
      confidence: 0,
      party: null,
      place: null,
    });
  }

  const search = (text) => change({ words: fold(text).split(/\s+/).filter(Boolean) });
  const onChange = (listener) => listeners.push(listener);

  return { FACETS, state, passing, change, toggle, clear, search, onChange };
})();
