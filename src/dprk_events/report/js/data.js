// The data of the page as objects (`pack.py` says how it is packed). Quotes are read when needed.
const data = (() => {
  const packed = setup.read("overview");
  const { modalities, roles, types, documents } = packed;
  const parties = packed.parties.map(([name, kind, countries], index) => ({
    index,
    name,
    kind,
    countries,
  }));
  const places = packed.places.map(([name, country, latitude, longitude, precision], index) => ({
    index,
    name,
    country,
    latitude,
    longitude,
    precision,
  }));
  let details = null;

  function readTime([value, earliest, latest, ground]) {
    const day = value === null ? null : time.parse(earliest ?? latest);
    return { value, earliest, latest, ground, day: Number.isNaN(day) ? null : day };
  }

  const readSources = (sources) =>
    sources.map(([party, modality]) => ({ party: parties[party], modality }));

  function countriesOf(row) {
    const codes = new Set(row.roles.flatMap(([, party]) => parties[party].countries));
    const place = row.place === null ? null : places[row.place];
    if (place?.country) codes.add(place.country);
    return [...codes];
  }

  /** Return the rows of columns from one number to another. */
  function rowsOf(columns, from, to) {
    const keys = Object.keys(columns);
    return Array.from({ length: to - from }, (_, i) =>
      Object.fromEntries(keys.map((key) => [key, columns[key][from + i]])),
    );
  }

  function readItems(columns) {
    let account = 0;
    return rowsOf(columns, 0, columns.id?.length ?? 0).map((row, index) => {
      const first = account;
      account += row.documents.length;
      return {
        index,
        first,
        id: row.id,
        type: types[row.type],
        modality: row.modality,
        time: readTime(row.time),
        place: row.place === null ? null : places[row.place],
        confidence: row.confidence,
        known: row.known,
        independent: row.independent,
        disagreements: row.disagreements,
        roles: row.roles.map(([role, party, sources]) => ({
          role: roles[role],
          party: parties[party],
          sources,
        })),
        sources: readSources(row.sources),
        countries: countriesOf(row),
        documents: row.documents.map((number) => documents[number]),
      };
    });
  }

  const items = readItems(packed.items);

  function readAccount(raw) {
    return {
      ...raw,
      document: documents[raw.document],
      time: readTime(raw.time),
      sources: readSources(raw.sources),
      roles: raw.roles.map(([role, party]) => ({ role: roles[role], party: parties[party] })),
      mentions: raw.mentions.map(([trigger, sentence, marks, modality, source, rule]) => ({
        trigger,
        sentence,
        marks,
        modality,
        source,
        rule: details.rules[rule],
      })),
    };
  }

  /** Return the packed columns of all accounts. To read them is what would take long at first. */
  function packedAccounts() {
    details ??= setup.read("details");
    return details.accounts;
  }

  const end = (item) => item.first + item.documents.length;

  /** Return how the documents of an item tell it. */
  const accounts = (item) => rowsOf(packedAccounts(), item.first, end(item)).map(readAccount);

  /** Return the sentences of an item that are there. */
  const sentences = (item) =>
    packedAccounts()
      .mentions.slice(item.first, end(item))
      .flatMap((mentions) => mentions.map(([, sentence]) => sentence ?? ""));

  /** Return the participants of some roles. */
  const inRole = (item, ...wanted) =>
    item.roles.filter(({ role }) => wanted.includes(role)).map(({ party }) => party);

  return {
    items,
    modalities,
    types,
    places,
    parties,
    documents,
    accounts,
    sentences,
    inRole,
    linked: packed.linked,
    read: packed.documents_read,
    failed: packed.failed,
    elsewhere: packed.elsewhere,
  };
})();
