/**
 * Decides proposals without leaving the page: keys move and press the buttons that are there, the answer is said, and the
 * focus goes on; u takes back what this card or the last one became. Whatever is refused is sent once more the plain way,
 * so that the page says why.
 */
import { citesSelection } from "attest/desk/selecting";
import { singleKey } from "attest/single-keys";

const form = document.querySelector("[data-proposals]");
const text = document.querySelector("[data-text]");
const announced = form.querySelector("[data-announce]");
const then = document.querySelector("[data-then]");
const cards = [...form.querySelectorAll("[data-proposal]")];
const DOES = { Enter: "accept", Escape: "clear", e: "edit", s: "show" };

let last = null;

const isOpen = (card) => card.dataset.state === "open";
const shown = (card) => card.checkVisibility();
const button = (card, does) => card.querySelector(`[data-does=${does}]`);
const current = () => document.activeElement.closest?.("[data-proposal]");

/** Marks the words of a proposal in the text and scrolls the text, not the page, to them. */
function point(card) {
  if (!text) return;
  const { start, end } = card.dataset;
  text.querySelectorAll("mark").forEach((mark) => {
    mark.classList.toggle("now", Number(mark.dataset.start) >= Number(start) && Number(mark.dataset.start) < Number(end));
  });
  const first = text.querySelector(".now");
  if (!first) return;
  const away = first.getBoundingClientRect().top - text.getBoundingClientRect().top;
  if (away < 0 || away > text.clientHeight - 40) text.scrollTop += away - text.clientHeight / 3;
}

function move(by) {
  const list = cards.filter(shown);
  const at = list.indexOf(current());
  const to = at < 0 ? list.find(isOpen) ?? list[0] : list[at + by];
  to?.focus();
}

/** The next card that waits, from one on and then from the first; after the last, the way on. */
function goOn(from) {
  const own = cards.filter(shown);
  const at = own.indexOf(from);
  const next = [...own.slice(at + 1), ...own.slice(0, at)].find(isOpen);
  (next ?? then).focus();
}

function take(card, told) {
  last = card;
  card.dataset.state = told.state;
  card.querySelector("[data-told]").textContent = told.told;
  card.querySelector("[data-when=open]").hidden = told.state !== "open";
  card.querySelector("[data-when=decided]").hidden = told.state === "open";
  form.elements.revision.value = told.revision;
  form.querySelector("[data-left]").textContent = told.left;
  announced.textContent = `${told.told ? `${told.told}: ` : ""}${told.value}. ${told.left}`;
}

async function send(pressed) {
  const card = pressed.closest("[data-proposal]");
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const options = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } };
  const answer = await fetch(pressed.formAction, options).catch(() => null);
  form.ariaBusy = "false";
  if (answer?.ok && !answer.redirected) {
    take(card, await answer.json());
    if (isOpen(card)) card.focus();
    else goOn(card);
  } else if (answer) {
    plainly(pressed);
  } else {
    announced.textContent = form.dataset.lost;
  }
}

function plainly(pressed) {
  form.removeEventListener("submit", decide);
  form.requestSubmit(pressed);
}

function decide(event) {
  if (!event.submitter?.dataset.does) return;
  event.preventDefault();
  send(event.submitter);
}

function press(event) {
  const typing = event.target.closest("input, textarea, select, dialog");
  const key = typing || event.defaultPrevented ? "" : singleKey(event);
  const card = current();
  const steps = { j: 1, k: -1, ...(card && { ArrowDown: 1, ArrowUp: -1 }) };
  if (key in steps) {
    event.preventDefault();
    move(steps[key]);
  } else if (key === "u") {
    const undone = [card, last].find((one) => one && button(one, "undo")?.checkVisibility());
    if (undone) button(undone, "undo").click();
  } else if (card && key in DOES && !(key === "Enter" && event.target !== card)) {
    const does = DOES[key];
    const pressed = button(card, does) ?? (does === "accept" ? button(card, "edit") : null);
    if (!pressed?.checkVisibility()) return;
    event.preventDefault();
    pressed.click();
  }
}

document.querySelectorAll("[data-hint]").forEach((hint) => hint.removeAttribute("hidden"));
form.addEventListener("submit", decide);
form.addEventListener("click", (event) => {
  const link = event.target.closest("[data-does=show]");
  if (!link || !text) return;
  event.preventDefault();
  point(link.closest("[data-proposal]"));
  text.scrollIntoView({ block: "nearest" });
});
form.addEventListener("focusin", ({ target }) => {
  const card = target.closest("[data-proposal]");
  if (card) point(card);
});
if (text) citesSelection(text, document.querySelector("[data-citing]"));
document.addEventListener("keydown", press);

/** For whoever has keys, the page opens at the first proposal that waits, unless something else has the focus by then. */
function open() {
  if (document.activeElement.matches("body, main") && matchMedia("(hover: hover)").matches) move(0);
}

const named = document.querySelector("main :target");
if (named?.matches("[data-proposal], #missing")) named.focus();
else if (!named) addEventListener("load", open);
