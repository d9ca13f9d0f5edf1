/** Wires the small behaviours of every page to the elements that ask for them by a data attribute. */
import { copyOnClick } from "attest/copy";
import { opensDialog } from "attest/dialog";
import { closesOnEscape } from "attest/disclosure";
import { focusErrorSummary } from "attest/error-summary";

function wire(part) {
  part.querySelectorAll("[data-copy]").forEach(copyOnClick);
  part.querySelectorAll("[data-opens]").forEach(opensDialog);
  part.querySelectorAll("details[data-closes]").forEach(closesOnEscape);
}

focusErrorSummary(document);
wire(document);
document.addEventListener("attest:explored", () => wire(document.querySelector("main")));
