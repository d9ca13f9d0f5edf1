/** Wires the small behaviours of every page to the elements that ask for them by a data attribute. */
import { copyOnClick } from "attest/copy";
import { opensDialog } from "attest/dialog";
import { closesOnEscape } from "attest/disclosure";
import { focusErrorSummary } from "attest/error-summary";

function wire(part) {
  part.querySelectorAll("[data-copy]").forEach(copyOnClick);
  part.querySelectorAll("[data-opens]").forEach(opensDialog);
  part.querySelectorAll("details[data-closes]").forEach(closesOnEscape);
  part.querySelectorAll(".tabs [aria-current]").forEach(comesIntoView);
}

/** In a line of tabs that is longer than a phone is wide, the current one is in view. */
function comesIntoView(tab) {
  const line = tab.closest("ul");
  const away = tab.getBoundingClientRect().left - line.getBoundingClientRect().left;
  line.scrollLeft += away - (line.clientWidth - tab.offsetWidth) / 2;
}

focusErrorSummary(document);
wire(document);
document.addEventListener("attest:explored", () => wire(document.querySelector("main")));
