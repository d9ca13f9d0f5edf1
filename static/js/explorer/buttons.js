/** Zoom and help for a pointer or a finger. The keyboard has + − and ?, so they are no tab stops. */

function button(label, sign, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "map-button";
  made.tabIndex = -1;
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
