/** Zoom and help for a pointer or a finger. They are no tab stops while the keyboard has + − and ?. */
import { OFF, switchKeys, wantedKeys } from "attest/single-keys";

function button(label, sign, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "map-button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.textContent = sign;
  made.addEventListener("click", act);
  return made;
}

export function buttons(say, { zoom, help }) {
  const bar = document.createElement("div");
  bar.className = "map-buttons";
  bar.append(
    button(say("zoom_in"), "+", () => zoom(1)),
    button(say("zoom_out"), "−", () => zoom(-1)),
    button(say("help"), "?", help),
  );
  for (const name of ["dblclick", "mousedown", "pointerdown", "touchstart"]) {
    bar.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
  }
  return bar;
}

/**
 * Lets the keys + − and ? be switched off; the buttons are in the way of the Tab key then, as the only way to do the same.
 * @param {HTMLElement} canvas the map, described by a sentence on the question mark
 * @param {HTMLElement} bar of buttons
 * @param {HTMLInputElement} box to tick
 */
export function switchesKeys(canvas, bar, box) {
  const sentence = canvas.getAttribute("aria-describedby");
  const apply = () => {
    for (const one of bar.children) one.tabIndex = box.checked ? -1 : 0;
    if (box.checked) canvas.setAttribute("aria-describedby", sentence);
    else canvas.removeAttribute("aria-describedby");
  };
  box.checked = wantedKeys() !== OFF;
  box.addEventListener("change", () => {
    switchKeys(box.checked);
    apply();
  });
  apply();
}
