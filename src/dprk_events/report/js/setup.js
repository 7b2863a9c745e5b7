// The language of the page: labels, numbers, names of countries.
const setup = (() => {
  const read = (name) => JSON.parse(dom.byId(`data-${name}`).textContent);
  const { language, labels, charts } = read("setup");
  const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
  const numbers = new Intl.NumberFormat(language);
  const shares = new Intl.NumberFormat(language, { style: "percent" });
  const regions = new Intl.DisplayNames([language], { type: "region" });

  /** Return the words of a key, with {names} replaced. */
  function text(key, values = {}) {
    const words = own(labels.page, key) ?? key;
    return words.replace(/\{(\w+)\}/g, (whole, name) => String(own(values, name) ?? whole));
  }

  /** Return the label of a value of a vocabulary; a type of the user's own is its own label. */
  const label = (table, key) => own(labels[table], key) ?? String(key).replaceAll("_", " ");

  /** Return whether a vocabulary has this value. */
  const has = (table, key) => own(labels[table], key) !== undefined;

  /** Return two things as one, with the colon of the language. */
  const pair = (key, value) => text("pair", { key, value });

  /** Return the name of a country; UN and what the browser does not know stay as they are. */
  function country(code) {
    try {
      return regions.of(code) ?? code;
    } catch {
      return code;
    }
  }

  return {
    read,
    text,
    label,
    has,
    pair,
    country,
    language,
    charts,
    number: (value) => numbers.format(value),
    share: (value) => (value === null ? "—" : shares.format(value)),
  };
})();
