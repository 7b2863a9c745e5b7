// Everything about one row: what is known, and how each document tells it.
const detail = (() => {
  const MANY = 20;
  const dialog = dom.byId("detail");
  let current = null;
  let many = MANY;

  const definition = (key, ...values) =>
    values.some((value) => value !== null && value !== "")
      ? [dom.make("dt", {}, key), dom.make("dd", {}, values)]
      : [];

  const lines = (list) =>
    list.length ? dom.make("ul", {}, list.map((each) => dom.make("li", {}, each))) : null;

  function partyWords({ name, kind, countries }) {
    const more = [kind ? setup.label("kinds", kind) : null, ...countries.map(setup.country)];
    const known = more.filter((words) => words && words !== name);
    return known.length ? `${name} (${known.join(", ")})` : name;
  }

  function whenWords({ value, earliest, latest, ground }) {
    const bounds = [
      earliest && value !== earliest ? setup.text("earliest", { day: time.day(time.parse(earliest)) }) : null,
      latest && value !== latest ? setup.text("latest", { day: time.day(time.parse(latest)) }) : null,
    ];
    const said = value === null ? setup.text("undated") : time.value(value);
    const basis = ground === "none" ? null : `${setup.text("ground")} ${setup.label("grounds", ground)}`;
    return [said, ...bounds, basis].filter(Boolean).join(" · ");
  }

  function placeWords(place) {
    if (place === null) return null;
    const country = place.country ? setup.country(place.country) : null;
    const at = place.latitude === null || place.longitude === null
      ? null
      : `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)}`;
    return [place.name, setup.label("precisions", place.precision), country === place.name ? null : country, at]
      .filter(Boolean).join(" · ");
  }

  /** Return a participant, with how many sources name it where that is known. */
  const takerWords = ({ party, sources = null }) =>
    sources === null || sources < 2
      ? partyWords(party)
      : setup.pair(partyWords(party), setup.text("named_by", { count: setup.number(sources) }));

  const byRole = (roles) =>
    [...new Set(roles.map(({ role }) => role))].flatMap((role) => definition(
      setup.label("roles", role),
      lines(roles.filter((each) => each.role === role).map(takerWords)),
    ));

  const sourceWords = ({ party, modality }) =>
    setup.pair(partyWords(party), setup.label("modalities", data.modalities[modality]));

  const quantityWords = ([text, min, max, of]) => {
    const value = min === null && max === null ? null : figures(min, max);
    return [text, value === null || value === text ? null : `= ${value}`, of].filter(Boolean).join(" ");
  };

  function disagreements(item) {
    if (!item.disagreements.length) return null;
    const rows = item.disagreements.flatMap(([key, of, versions]) => versions.map((version) => {
      const [, , , sources, saidBy, accordingTo] = version;
      return [
        [setup.label("disagreements", key), of].filter(Boolean).join(", "),
        toldWords(key, version), setup.number(sources), saidBy.join(", "), accordingTo.join(", "),
      ];
    }));
    const headings = ["about", "told", "independent", "outlet", "source"].map((key) => setup.text(key));
    return dom.make("section", { class: "disagreements panel" },
      dom.make("h3", {}, setup.text("disagreements")),
      dom.make("div", { class: "scroll" }, dom.table(headings, rows)));
  }

  /** Return what a version says: numbers, a day, a place, countries. */
  function toldWords(key, [words, min, max]) {
    if (key === "responsibility") return words.map(setup.country).join(", ");
    if (key === "day") return words.map(time.value).join(", ");
    if (words.length && !/^\d+$/.test(words[0])) return words.join(", ");
    if (words.length) return setup.number(Number(words[0]));
    return figures(min, max);
  }

  /** Return a number, or the bounds of one. */
  function figures(min, max) {
    const shown = (n) => (n === null ? "…" : setup.number(n));
    return min === max ? shown(min) : `${shown(min)} – ${shown(max)}`;
  }

  function account(each) {
    const { document: article } = each;
    const title = article.title ?? article.path;
    const day = article.published
      ? setup.text("published", { day: time.day(time.parse(article.published)) })
      : setup.text("published_unknown");
    const stated = each.attributes.map(([key, words]) => setup.pair(setup.label("attributes", key), words));
    const name = data.modalities[each.modality];
    return dom.make("article", { class: "account" },
      dom.make("h4", {}, article.url ? dom.link(article.url, title) : title),
      dom.make("p", { class: "hint" }, [article.outlet, day, `${article.path} ${each.event}`].filter(Boolean).join(" · ")),
      dom.make("ol", { class: "quotes", "aria-label": setup.text("quotes") }, each.mentions.map(quote.mention)),
      dom.make("dl", {},
        definition(setup.text("modality"), dom.make("span", { class: `modality modality-${name}` }, setup.label("modalities", name))),
        definition(setup.text("when"), whenWords(each.time), each.date ? ` (${setup.text("quoted", { words: each.date })})` : null),
        byRole(each.roles),
        definition(setup.text("quantity"), lines(each.quantities.map(quantityWords))),
        definition(setup.text("sources"), lines(each.sources.map(sourceWords))),
        definition(setup.text("attributes"), lines(stated)),
        definition(setup.text("codes"), [["PLOVER", each.codes[0]], ["CAMEO", each.codes[1]]]
          .filter(([, code]) => code).map((pair) => pair.join(" ")).join(" · ")),
        definition(setup.text("confidence"), setup.share(each.confidence)),
        definition(setup.text("mention_confidence"), setup.share(each.mention_confidence)),
        definition(setup.text("how_found"), setup.text("how_found_words", { path: article.path })),
        definition(setup.text("why"), each.why),
        definition(setup.text("copy"), each.copy ? setup.text("copy_words") : null)));
  }

  function body(item) {
    const accounts = data.accounts(item);
    const type = setup.label("types", item.type);
    const left = accounts.length - many;
    return [
      dom.make("h2", { id: "detail-title" }, `${type}, ${table.dateWords(item)}`),
      dom.make("dl", { class: "facts" },
        definition(setup.text("when"), whenWords(item.time)),
        definition(setup.text("where"), placeWords(item.place)),
        byRole(item.roles.filter(({ role }) => role === "actor" || role === "recipient")),
        definition(setup.text("sources"), lines(item.sources.map(sourceWords))),
        definition(setup.text("independent"), item.independent === null ? null : setup.number(item.independent)),
        definition(setup.text("known"), item.known),
        definition(setup.text("confidence"), setup.share(item.confidence))),
      disagreements(item),
      dom.make("h3", {}, setup.text("accounts", { count: setup.number(accounts.length) })),
      dom.make("div", { class: "accounts" }, accounts.slice(0, many).map(account)),
      left > 0
        ? dom.button(setup.text("show_more", { count: setup.number(left) }), () => {
            many += MANY;
            draw();
          })
        : null,
    ].filter(Boolean);
  }

  function draw() {
    dom.byId("detail-body").replaceChildren(...body(current));
    const order = table.order();
    const at = order.indexOf(current);
    dom.byId("detail-back").disabled = at <= 0;
    dom.byId("detail-on").disabled = at < 0 || at === order.length - 1;
  }

  /** Show an item. */
  function open(item) {
    current = item;
    many = MANY;
    draw();
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    dom.byId("detail-body").focus({ preventScroll: true });
    location.replace(`#${encodeURIComponent(item.id)}`);
  }

  const step = (by) => {
    const order = table.order();
    const item = order[order.indexOf(current) + by];
    if (item) open(item);
  };

  /** Show the item that the address names, if there is one. */
  function openAddressed() {
    const id = decodeURIComponent(location.hash.slice(1));
    const item = id && data.items.find((each) => each.id === id);
    if (item && item !== current) open(item);
  }

  function start() {
    dom.byId("detail-close").addEventListener("click", () => dialog.close());
    dom.byId("detail-back").addEventListener("click", () => step(-1));
    dom.byId("detail-on").addEventListener("click", () => step(1));
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      current = null;
      location.replace("#");
    });
    addEventListener("hashchange", openAddressed);
  }

  return { start, open, openAddressed };
})();
