/**
 * On a phone the filters and the map open over the page, each in its <dialog data-sheet>. What a sheet shows is moved
 * there from its place in the page and back, so it exists once; without JavaScript it stays in its place. A sheet is one
 * step of the history: Back leaves it, and takes back what was chosen in it.
 */
import { queryOf } from "attest/explorer/form";
import { wordsOf } from "attest/map/words";

const PAUSE = 300;
const phone = matchMedia("(max-width: 40em)");
const here = () => location.pathname + location.search;

/** Goes back, and waits until we are there. */
const back = () =>
  new Promise((resolve) => {
    addEventListener("popstate", resolve, { once: true });
    history.back();
  });

/**
 * Until then, a sheet is being left: its content goes back to the page, and the history to where it was. No sheet opens
 * meanwhile: it would be empty, or that step back would close it.
 */
let left = Promise.resolve();

/** @param {HTMLDialogElement} dialog */
function sheet(dialog) {
  const name = dialog.dataset.sheet;
  const body = dialog.querySelector("[data-sheet-body]");
  const counter = dialog.querySelector("[data-sheet-show]") && countsWithin(dialog, body, () => shut("show"));
  const home = () => document.querySelector(`main [data-sheet-home="${name}"]`);
  const opener = () => document.querySelector(`main [data-opens-sheet="${name}"]`);
  let address = "";
  let isLeft = () => {};

  const fill = () => {
    body.replaceChildren(...home().childNodes);
    counter?.began();
  };
  const open = () => {
    const focus = { id: opener().id, within: "", text: "" };
    history.replaceState({ ...history.state, scroll: scrollY, focus }, "");
    history.pushState({ sheet: name }, "", location.href);
    address = here();
    dialog.returnValue = "";
    fill();
    dialog.showModal();
  };
  const shut = (how) => {
    left = new Promise((resolve) => {
      isLeft = resolve;
    });
    dialog.close(how);
  };
  const leave = async () => {
    const form = dialog.returnValue === "show" && counter?.isChanged() ? body.querySelector("form") : null;
    home()?.replaceChildren(...body.childNodes);
    body.replaceChildren();
    opener()?.focus({ preventScroll: true });
    if (history.state?.sheet && here() === address) await back();
    else if (history.state?.sheet) history.replaceState({ ...history.state, sheet: "" }, "");
    isLeft();
    form?.requestSubmit();
  };

  dialog.addEventListener("close", leave);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    shut();
  });
  dialog.addEventListener("click", ({ target }) => target.closest("[data-close]") && shut());
  document.addEventListener("click", (event) => {
    if (!phone.matches || !event.target.closest?.(`[data-opens-sheet="${name}"]`)) return;
    event.preventDefault();
    left.then(open);
  });
  document.addEventListener("attest:explored", () => {
    if (!dialog.open) return;
    if (home()) fill();
    else shut(); // the query was refused, and the page says why
  });
  addEventListener("popstate", ({ state }) => dialog.open && state?.sheet !== name && shut());
  phone.addEventListener("change", () => dialog.open && shut());
}

/** The button that says how many incidents there would be; asked anew a moment after the last key. */
function countsWithin(dialog, body, show) {
  const button = dialog.querySelector("[data-sheet-show]");
  const status = dialog.querySelector("[role=status]");
  const [say, plain] = [wordsOf(dialog), button.textContent];
  let [asked, before, waiting] = [0, "", 0];
  const query = () => queryOf(body.querySelector("form"));
  const tell = (count) => {
    button.textContent = Number.isInteger(count) ? say(count ? "show" : "none", { count }) : plain;
    status.textContent = button.textContent;
  };
  const count = async () => {
    const number = ++asked;
    const answer = await fetch(`${dialog.dataset.countedAt}?${query()}`).catch(() => null);
    const found = answer?.ok ? (await answer.json()).count : null;
    if (number === asked) tell(found);
  };

  body.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => dialog.open && count(), PAUSE);
  });
  button.addEventListener("click", show);
  return {
    began() {
      before = query();
      asked += 1;
      tell(Number(document.querySelector("[data-found]").dataset.found));
    },
    isChanged: () => query() !== before,
  };
}

document.querySelectorAll("dialog[data-sheet]").forEach(sheet);
if (history.state?.sheet) history.replaceState({ ...history.state, sheet: "" }, ""); // the page was loaded anew
