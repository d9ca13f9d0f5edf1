/** The lead inbox by keyboard: j and k walk, o opens the item at its publisher, t takes it in, d leaves it aside. */
import { answersTo, walks } from "attest/desk/walking";

const inbox = document.querySelector("[data-leads]");

if (inbox) {
  const walk = walks(inbox, [...inbox.querySelectorAll("[data-row]")]);
  const press = (name) => () => walk.row?.querySelector(`[data-do=${name}]`)?.click();
  answersTo({
    j: () => walk.go(1),
    k: () => walk.go(-1),
    o: () => walk.row?.querySelector("[data-title]").click(),
    t: press("take"),
    d: press("dismiss"),
    b: press("back"),
  });
  const opened = inbox.querySelector("[data-row] [autofocus]");
  if (opened) opened.focus();
}
