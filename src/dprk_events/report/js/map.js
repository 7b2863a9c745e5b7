// The map: a circle for each place with coordinates, a shade for each country of a place.
const map = (() => {
  const KOREA = [
    [124, 33],
    [131, 43],
  ];
  const WORLD = [
    [-70, -38],
    [272, 74],
  ];
  const LEFT = -80; // the map is turned so that the Atlantic is at its edge
  let view = null;
  let fill;
  const numberOf = new Map();

  /** Learn which ISO number is which country: CLDR knows the code of each number. */
  function learnNumbers(world) {
    for (const { id } of world.objects.subunits.geometries) {
      if (id < 0) continue;
      try {
        const [tag] = Intl.getCanonicalLocales(`und-${String(id).padStart(3, "0")}`);
        numberOf.set(tag.slice(4), id);
      } catch {
        continue; // a number that this browser does not know has no shade
      }
    }
  }

  /** A country is shaded: its middle is no place where something happens. */
  const hasPoint = ({ latitude, longitude, precision }) =>
    latitude !== null && longitude !== null && precision !== "country";

  function counted() {
    const items = filters.passing();
    const [points, countries] = [new Map(), new Map()];
    const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
    let [unplaced, nowhere] = [0, 0];
    for (const { place } of items) {
      if (place === null) nowhere += 1;
      else if (hasPoint(place)) add(points, place);
      else unplaced += 1;
      if (place?.country) add(countries, place.country);
    }
    return { points, countries, unplaced, nowhere };
  }

  function numbers() {
    const { points, countries } = counted();
    const precise = [...points].map(([place, count]) => [
      dom.button(place.name, () => filters.change({ place })),
      setup.label("precisions", place.precision),
      count,
    ]);
    const byCountry = [...countries].map(([code, count]) => [
      dom.button(setup.country(code), () => filters.toggle("country", code, true)),
      setup.text("country"),
      count,
    ]);
    const rows = [...precise, ...byCountry].sort((a, b) => b[2] - a[2]);
    return dom.table(
      [setup.text("place"), setup.text("type"), setup.text("total")],
      rows.map(([name, kind, count]) => [name, kind, setup.number(count)]),
    );
  }

  function draw() {
    const { points, countries, unplaced, nowhere } = counted();
    const shades = [...countries]
      .filter(([code]) => numberOf.has(code))
      .map(([code, count]) => ({
        id: numberOf.get(code),
        code,
        count,
        words: setup.pair(setup.country(code), setup.number(count)),
      }));
    const circles = [...points]
      .sort(([, a], [, b]) => b - a)
      .map(([place, count]) => ({
        index: place.index,
        longitude: place.longitude,
        latitude: place.latitude,
        count,
        words: setup.pair(
          `${place.name} (${setup.label("precisions", place.precision)})`,
          setup.number(count),
        ),
      }));
    // A change of the counts alone does not reach the shapes: lookup looks when shapes are new.
    view.data("counts", shades).data("points", circles).data("countries", land).runAsync();
    dom.byId("unplaced").textContent = setup.text("unplaced", {
      place: setup.number(unplaced),
      nowhere: setup.number(nowhere),
    });
    fill();
  }

  let land;

  /** Show what lies between two corners, given as longitude and latitude. */
  function fit([[west, south], [east, north]]) {
    const corners = [];
    for (let i = 0; i <= 4; i += 1) {
      for (let j = 0; j <= 4; j += 1) {
        corners.push({
          longitude: west + ((east - west) * i) / 4,
          latitude: south + ((north - south) * j) / 4,
        });
      }
    }
    const flat = view.data("corners", corners).run().data("corners"); // as on a map of scale 1
    const [xs, ys] = ["x", "y"].map((k) => flat.map((corner) => corner[k]));
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const [width, height] = [view.width(), view.height()];
    const scale = Math.min(width / (x1 - x0), height / (y1 - y0));
    view
      .signal("scale", scale)
      .signal("tx", width / 2 - (scale * (x0 + x1)) / 2)
      .signal("ty", height / 2 - (scale * (y0 + y1)) / 2)
      .runAsync();
  }

  /** Show all places with events, but never less than Korea and its neighbours. */
  function fitPlaces() {
    const found = data.items.flatMap(({ place }) => (place && hasPoint(place) ? [place] : []));
    if (!found.length) {
      fit(WORLD);
      return;
    }
    const around = found.map(({ longitude, latitude }) => [
      longitude < LEFT ? longitude + 360 : longitude,
      latitude,
    ]);
    const [xs, ys] = [0, 1].map((k) => around.map((each) => each[k]));
    const low = (values, bound, by) =>
      Math.min(bound, values.reduce((a, b) => Math.min(a, b)) - by);
    const high = (values, bound, by) =>
      Math.max(bound, values.reduce((a, b) => Math.max(a, b)) + by);
    fit([
      [low(xs, 115, 8), Math.max(-70, low(ys, 28, 5))],
      [Math.min(278, high(xs, 145, 8)), Math.min(80, high(ys, 48, 5))],
    ]);
  }

  function interact() {
    gestures.explore("map", {
      move: (dx, dy) => {
        view
          .signal("tx", view.signal("tx") + dx)
          .signal("ty", view.signal("ty") + dy)
          .runAsync();
      },
      zoom: (factor, x, y) => {
        const [scale, tx, ty] = ["scale", "tx", "ty"].map((name) => view.signal(name));
        const by = Math.max(40, Math.min(20000, scale * factor)) / scale;
        view
          .signal("scale", scale * by)
          .signal("tx", x - (x - tx) * by)
          .signal("ty", y - (y - ty) * by)
          .runAsync();
      },
      all: () => fit(WORLD),
    });
    document.querySelector('#map [data-zoom="korea"]').addEventListener("click", () => fit(KOREA));
    view.addEventListener("click", (_, item) => {
      if (item?.datum?.index !== undefined)
        filters.change({ place: data.places[item.datum.index] });
      else if (item?.datum?.code) filters.toggle("country", item.datum.code, true);
    });
  }

  async function start() {
    const world = setup.read("world");
    learnNumbers(world);
    view = await chart.put(
      "map",
      (spec) => {
        spec.data.find(({ name }) => name === "countries").values = world;
        return spec;
      },
      { ratio: 0.5 },
    );
    land = view
      .data("countries")
      .map(({ type, id, properties, geometry }) => ({ type, id, properties, geometry }));
    fill = chart.numbers("map", numbers);
    interact();
    fitPlaces();
    filters.onChange(draw);
  }

  return { start };
})();
