// When the workshop draws itself: at most once per frame, whatever changed. Holds no state of its own.

const drawings = new Set();
let asked = false;

/** Draws now, and again whenever something asks for it. */
export function drawAlways(draw) {
  drawings.add(draw);
  redraw();
}

/** Asks for a new drawing in the next frame. */
export function redraw() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    for (const draw of drawings) draw();
  });
}
