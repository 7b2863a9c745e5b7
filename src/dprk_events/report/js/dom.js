// Make and find elements. Text goes in as text alone: nothing here reads markup.
const dom = (() => {
  const byId = (id) => document.getElementById(id);

  /** Make an element with attributes and children (elements, strings or null). */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick" || key === "onchange") element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== null) element.setAttribute(key, String(value));
    }
    element.append(...children.flat().filter((child) => child !== null));
    return element;
  }

  /** Make a button that calls a function. */
  const button = (words, onclick, attributes = {}) =>
    make("button", { type: "button", onclick, ...attributes }, words);

  /** Make a link if the address is http or https, and otherwise plain text. */
  function link(address, words) {
    let url;
    try {
      url = new URL(address);
    } catch {
      return make("span", {}, words);
    }
    if (url.protocol !== "http:" && url.protocol !== "https:") return make("span", {}, words);
    return make("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, words);
  }

  /** Make a table from headings and rows of strings or elements; the first cell heads its row. */
  function table(headings, rows, caption) {
    const head = headings.map((words) => make("th", { scope: "col" }, words));
    const body = rows.map(([first, ...rest]) =>
      make(
        "tr",
        {},
        make("th", { scope: "row" }, first),
        rest.map((cell) => make("td", {}, cell)),
      ),
    );
    return make(
      "table",
      {},
      caption ? make("caption", {}, caption) : null,
      make("thead", {}, make("tr", {}, head)),
      make("tbody", {}, body),
    );
  }

  return { byId, make, button, link, table };
})();
