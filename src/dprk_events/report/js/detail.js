// Everything about one row: what is known, and how each document tells it.
const detail = (() => {
  const MANY = 20;
  const { definition, lines, byRole } = account;
  const dialog = dom.byId("detail");
  let current = null;
  let many = MANY;

  function disagreements(item) {
    if (!item.disagreements.length) return null;
    const rows = item.disagreements.flatMap(([key, of, versions]) =>
      versions.map((version) => {
        const [, , , sources, saidBy, accordingTo] = version;
        return [
          [setup.label("disagreements", key), of].filter(Boolean).join(", "),
          words.told(key, version),
          setup.number(sources),
          saidBy.join(", "),
          accordingTo.join(", "),
        ];
      }),
    );
    const headings = ["about", "told", "independent", "outlet", "source"].map((key) =>
      setup.text(key),
    );
    return dom.make(
      "section",
      { class: "disagreements panel" },
      dom.make("h3", {}, setup.text("disagreements")),
      dom.make("div", { class: "scroll" }, dom.table(headings, rows)),
    );
  }

  function body(item) {
    const accounts = data.accounts(item);
    const type = setup.label("types", item.type);
    const left = accounts.length - many;
    return [
      dom.make("h2", { id: "detail-title" }, `${type}, ${table.dateWords(item)}`),
      dom.make(
        "dl",
        { class: "facts" },
        definition(setup.text("when"), words.when(item.time)),
        definition(setup.text("where"), words.place(item.place)),
        byRole(item.roles.filter(({ role }) => role === "actor" || role === "recipient")),
        definition(setup.text("sources"), lines(item.sources.map(words.source))),
        definition(
          setup.text("independent"),
          item.independent === null ? null : setup.number(item.independent),
        ),
        definition(setup.text("known"), item.known),
        definition(setup.text("confidence"), setup.share(item.confidence)),
      ),
      disagreements(item),
      dom.make("h3", {}, setup.text("accounts", { count: setup.number(accounts.length) })),
      dom.make("div", { class: "accounts" }, accounts.slice(0, many).map(account.make)),
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
    const item = data.items.find((each) => `#${encodeURIComponent(each.id)}` === location.hash);
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
