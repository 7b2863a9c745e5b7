// A sentence with what was found in it, marked one within the other, each mark with its word.
const quote = (() => {
  /** Make the elements of a sentence from its text and sorted, nested marks. */
  function marked(text, marks) {
    const root = { end: text.length, element: dom.make("blockquote", {}) };
    const open = [root];
    let at = 0;
    const write = (to) => {
      if (to > at) open.at(-1).element.append(text.slice(at, to));
      at = Math.max(at, to);
    };
    const close = (before) => {
      while (open.length > 1 && open.at(-1).end <= before) {
        write(open.at(-1).end);
        const { element, label } = open.pop();
        element.append(dom.make("span", { class: "tag" }, setup.label("roles", label)));
        open.at(-1).element.append(element);
      }
    };
    for (const [start, end, label] of marks) {
      close(start);
      write(start);
      open.push({ end, label, element: dom.make("mark", { class: `mark-${label}` }) });
    }
    close(text.length);
    write(text.length);
    return root.element;
  }

  /** Make one mention: its sentence, who says so, and the rule that found it. */
  function mention({ trigger, sentence, marks, modality, source, rule }) {
    const name = data.modalities[modality];
    const said = dom.make(
      "span",
      { class: `modality modality-${name}` },
      setup.label("modalities", name),
    );
    const words =
      sentence === null
        ? dom.make("p", { class: "hint" }, setup.text("no_text", { trigger }))
        : marked(sentence, marks);
    const found = dom.make(
      "p",
      { class: "found" },
      said,
      source === null ? null : dom.make("span", {}, setup.text("according", { source })),
      dom.make("span", {}, `${setup.text("rule")} `, dom.make("code", {}, rule)),
    );
    return dom.make("li", {}, words, found);
  }

  return { mention };
})();
