/** Wires what a form of the desk does beyond the browser's own: echoes, counters, folds, keys, and what is not saved yet. */
import { opensWhenChosen } from "attest/desk/choosing";
import { counts } from "attest/desk/counting";
import { echoes } from "attest/desk/echoing";
import { findsOnEnter } from "attest/desk/finding";
import { keeps, noticesOtherTabs } from "attest/desk/keeping";
import "attest/desk/leaving";
import { dependsOnPrecision } from "attest/desk/precision";
import { sendsFromAnywhere } from "attest/desk/sending";
import { findsByLetters } from "attest/desk/ticking";

document.querySelectorAll("[data-echo]").forEach(echoes);
document.querySelectorAll("[data-counter]").forEach(counts);
document.querySelectorAll("[data-finds]").forEach(findsOnEnter);
document.querySelectorAll("[data-opened-by]").forEach(opensWhenChosen);
document.querySelectorAll("[data-position-for]").forEach(dependsOnPrecision);
document.querySelectorAll("[data-keeps]").forEach(keeps);
document.querySelectorAll("[data-desk-form]").forEach(sendsFromAnywhere);
document.querySelectorAll("[data-desk-form]").forEach(findsByLetters);
document.querySelectorAll("[data-second-tab]").forEach(noticesOtherTabs);
