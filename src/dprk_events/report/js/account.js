// How one document tells an event: its quotes, and all that the record says.
const account = (() => {
  const definition = (key, ...values) =>
    values.some((value) => value !== null && value !== "")
      ? [dom.make("dt", {}, key), dom.make("dd", {}, values)]
      : [];

  const lines = (list) =>
    list.length
      ? dom.make(
          "ul",
          {},
          list.map((each) => dom.make("li", {}, each)),
        )
      : null;

  const byRole = (roles) =>
    [...new Set(roles.map(({ role }) => role))].flatMap((role) =>
      definition(
        setup.label("roles", role),
        lines(roles.filter((each) => each.role === role).map(words.taker)),
      ),
    );

  function make(each) {
    const { document: article } = each;
    const title = article.title ?? article.path;
    const day = article.published
      ? setup.text("published", { day: time.day(time.parse(article.published)) })
      : setup.text("published_unknown");
    const stated = each.attributes.map(([key, said]) =>
      setup.pair(setup.label("attributes", key), said),
    );
    const name = data.modalities[each.modality];
    return dom.make(
      "article",
      { class: "account" },
      dom.make("h4", {}, article.url ? dom.link(article.url, title) : title),
      dom.make(
        "p",
        { class: "hint" },
        [article.outlet, day, `${article.path} ${each.event}`].filter(Boolean).join(" · "),
      ),
      dom.make(
        "ol",
        { class: "quotes", "aria-label": setup.text("quotes") },
        each.mentions.map(quote.mention),
      ),
      dom.make(
        "dl",
        {},
        definition(
          setup.text("modality"),
          dom.make("span", { class: `modality modality-${name}` }, setup.label("modalities", name)),
        ),
        definition(
          setup.text("when"),
          words.when(each.time),
          each.date ? ` (${setup.text("quoted", { words: each.date })})` : null,
        ),
        byRole(each.roles),
        definition(setup.text("quantity"), lines(each.quantities.map(words.quantity))),
        definition(setup.text("sources"), lines(each.sources.map(words.source))),
        definition(setup.text("attributes"), lines(stated)),
        definition(
          setup.text("codes"),
          [
            ["PLOVER", each.codes[0]],
            ["CAMEO", each.codes[1]],
          ]
            .filter(([, code]) => code)
            .map((pair) => pair.join(" "))
            .join(" · "),
        ),
        definition(setup.text("confidence"), setup.share(each.confidence)),
        definition(setup.text("mention_confidence"), setup.share(each.mention_confidence)),
        definition(setup.text("how_found"), setup.text("how_found_words", { path: article.path })),
        definition(setup.text("why"), each.why),
        definition(setup.text("copy"), each.copy ? setup.text("copy_words") : null),
      ),
    );
  }

  return { make, definition, lines, byRole };
})();
