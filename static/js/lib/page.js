/** Wires the small behaviours of every page to the elements that ask for them by a data attribute. */
import { copyOnClick } from "attest/copy";
import { opensDialog } from "attest/dialog";
import { closesOnEscape } from "attest/disclosure";
import { focusErrorSummary } from "attest/error-summary";

focusErrorSummary(document);
document.querySelectorAll("[data-copy]").forEach(copyOnClick);
document.querySelectorAll("[data-opens]").forEach(opensDialog);
document.querySelectorAll("details[data-closes]").forEach(closesOnEscape);
