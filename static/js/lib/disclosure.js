/** A <details> that works as a menu: Escape closes it and returns focus to its summary, so does leaving it. */

/** @param {HTMLDetailsElement} details */
export function closesOnEscape(details) {
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });
}
