/**
 * Single keys of the desk: an element with data-key is followed, or focused when it is an input; a radio button is chosen
 * too, and Enter sends it. Never while typing.
 */
import "attest/desk/leaving";
import { tellsWhoIsHere } from "attest/desk/presence";

const CHOICE = "input[type=radio], input[type=checkbox]";
const TYPING = `input:not(${CHOICE}), textarea, select, [contenteditable]`;

document.querySelectorAll("[data-presence]").forEach(tellsWhoIsHere);

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  if (!target.matches(TYPING)) target.click();
});
