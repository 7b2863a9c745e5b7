// Participants, times, places and figures as words.
const words = (() => {
  /** Return a number, or the bounds of one. */
  function figures(min, max) {
    const shown = (n) => (n === null ? "…" : setup.number(n));
    return min === max ? shown(min) : `${shown(min)} – ${shown(max)}`;
  }

  function partyWords({ name, kind, countries }) {
    const more = [kind ? setup.label("kinds", kind) : null, ...countries.map(setup.country)];
    const known = more.filter((words) => words && words !== name);
    return known.length ? `${name} (${known.join(", ")})` : name;
  }

  /** Return a participant, with how many sources name it where that is known. */
  const takerWords = ({ party, sources = null }) =>
    sources === null || sources < 2
      ? partyWords(party)
      : setup.pair(partyWords(party), setup.text("named_by", { count: setup.number(sources) }));

  const sourceWords = ({ party, modality }) =>
    setup.pair(partyWords(party), setup.label("modalities", data.modalities[modality]));

  function whenWords({ value, earliest, latest, ground }) {
    const bounds = [
      earliest && value !== earliest
        ? setup.text("earliest", { day: time.day(time.parse(earliest)) })
        : null,
      latest && value !== latest
        ? setup.text("latest", { day: time.day(time.parse(latest)) })
        : null,
    ];
    const said = value === null ? setup.text("undated") : time.value(value);
    const basis =
      ground === "none" ? null : `${setup.text("ground")} ${setup.label("grounds", ground)}`;
    return [said, ...bounds, basis].filter(Boolean).join(" · ");
  }

  function placeWords(place) {
    if (place === null) return null;
    const country = place.country ? setup.country(place.country) : null;
    const at =
      place.latitude === null || place.longitude === null
        ? null
        : `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)}`;
    return [
      place.name,
      setup.label("precisions", place.precision),
      country === place.name ? null : country,
      at,
    ]
      .filter(Boolean)
      .join(" · ");
  }

  const quantityWords = ([text, min, max, of]) => {
    const value = min === null && max === null ? null : figures(min, max);
    return [text, value === null || value === text ? null : `= ${value}`, of]
      .filter(Boolean)
      .join(" ");
  };

  /** Return what a version says: numbers, a day, a place, countries. */
  function toldWords(key, [words, min, max]) {
    if (key === "responsibility") return words.map(setup.country).join(", ");
    if (key === "day") return words.map(time.value).join(", ");
    if (words.length && !/^\d+$/.test(words[0])) return words.join(", ");
    if (words.length) return setup.number(Number(words[0]));
    return figures(min, max);
  }

  return {
    party: partyWords,
    taker: takerWords,
    source: sourceWords,
    when: whenWords,
    place: placeWords,
    quantity: quantityWords,
    told: toldWords,
  };
})();
