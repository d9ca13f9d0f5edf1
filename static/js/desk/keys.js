/**
 * Single keys of the desk: an element with data-key is followed, or focused when it is an input; a radio button is chosen
 * too, and Enter sends it. Never while typing.
 */
import "attest/desk/leaving";
import { tellsWhoIsHere } from "attest/desk/presence";
import { ALONE, OFF, singleKey, wantedKeys } from "attest/single-keys";

const CHOICE = "input[type=radio], input[type=checkbox]";
const TYPING = `input:not(${CHOICE}), textarea, select, [contenteditable]`;

document.querySelectorAll("[data-presence]").forEach(tellsWhoIsHere);

/** What screen readers say of a key is what it is here. */
function tellsOfKey(element) {
  if (wantedKeys() === OFF) element.removeAttribute("aria-keyshortcuts");
  else element.setAttribute("aria-keyshortcuts", `Alt+${element.getAttribute("aria-keyshortcuts")}`);
}

if (wantedKeys() !== ALONE) document.querySelectorAll("[aria-keyshortcuts]").forEach(tellsOfKey);

document.addEventListener("keydown", (event) => {
  const key = event.defaultPrevented || event.target.closest(TYPING) ? "" : singleKey(event);
  const target = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  if (!target.matches(TYPING)) target.click();
});
