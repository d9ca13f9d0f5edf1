/** The keyboard of the map, which is one tab stop: what each key does, and nothing else. */
import { OFF, wantedKeys } from "attest/single-keys";

const STEP = 80;
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
const FORWARDS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const ZOOM = { "+": 1, "=": 1, "-": -1, _: -1 };

/**
 * @param {HTMLElement} container the element with role="application"
 * @param {{pan: Function, zoom: Function, step: Function, open: Function, leave: Function, help: Function}} does
 */
export function listenToKeys(container, does) {
  container.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      does.leave();
      return;
    }
    if (event.target !== container || event.ctrlKey || event.metaKey) return;
    const act = actionOf(event, does);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf({ key, altKey }, does) {
  if (altKey) return key in FORWARDS ? () => does.step(FORWARDS[key]) : null;
  if (key in ARROWS) return () => does.pan(...ARROWS[key]);
  if (key === "Enter") return does.open;
  if (wantedKeys() === OFF) return null;
  if (key in ZOOM) return () => does.zoom(ZOOM[key]);
  return key === "?" ? does.help : null;
}
