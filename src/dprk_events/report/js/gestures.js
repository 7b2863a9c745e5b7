// Drag, wheel and keys on a chart. Without Ctrl the wheel scrolls the page, as everywhere.
const gestures = (() => {
  const STEP = 1.5;
  const KEYS = {
    ArrowLeft: { dx: 80, dy: 0 },
    ArrowRight: { dx: -80, dy: 0 },
    ArrowUp: { dx: 0, dy: 80 },
    ArrowDown: { dx: 0, dy: -80 },
  };

  /** Call `move(dx, dy)`, `zoom(factor, x, y)` and `all()` for what is done on a chart. */
  function explore(id, { move, zoom, all, vertical = true }) {
    const place = document.querySelector(`#${id} .chart`);
    drag(place, (dx, dy) => move(dx, dy));
    place.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoom(STEP ** (-Math.sign(event.deltaY) / 2), ...within(place, event));
      },
      { passive: false },
    );
    place.addEventListener("dblclick", (event) => zoom(STEP * STEP, ...within(place, event)));
    const middle = () => [place.clientWidth / 2, place.clientHeight / 2];
    place.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const to = KEYS[event.key];
      if (to && (vertical || to.dx)) move(to.dx, to.dy);
      else if (event.key === "+" || event.key === "=") zoom(STEP, ...middle());
      else if (event.key === "-") zoom(1 / STEP, ...middle());
      else if (event.key === "0") all();
      else return;
      event.preventDefault();
    });
    const steps = {
      in: () => zoom(STEP, ...middle()),
      out: () => zoom(1 / STEP, ...middle()),
      all,
      back: () => move(place.clientWidth / 3, 0),
      on: () => move(-place.clientWidth / 3, 0),
    };
    for (const [name, act] of Object.entries(steps)) {
      document.querySelector(`#${id} [data-zoom="${name}"]`)?.addEventListener("click", act);
    }
  }

  function within(place, event) {
    const box = place.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  /** Call `move` for each step of a drag; a click stays a click. */
  function drag(place, move, { start = () => {}, end = () => {} } = {}) {
    let last = null;
    let moved = false;
    place.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      last = within(place, event);
      moved = false;
    });
    place.addEventListener("pointermove", (event) => {
      if (last === null) return;
      const [x, y] = within(place, event);
      if (!moved && Math.hypot(x - last[0], y - last[1]) < 4) return;
      if (!moved) {
        place.setPointerCapture(event.pointerId);
        start(...last);
      }
      moved = true;
      move(x - last[0], y - last[1], x, y);
      last = [x, y];
    });
    const stop = () => {
      if (last !== null && moved) end();
      last = null;
    };
    place.addEventListener("pointerup", stop);
    place.addEventListener("pointercancel", stop);
    place.addEventListener("click", (event) => moved && event.stopImmediatePropagation(), true);
  }

  return { explore, drag };
})();
