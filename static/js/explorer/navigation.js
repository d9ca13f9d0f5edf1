/**
 * Follows the explorer's own links and its form without leaving the page: asks for the same page that the browser would
 * have asked for, puts its content in place of the old, and says what it shows. Where anything fails, the browser goes.
 * Before each change: an event "attest:exploring" with the url, after it "attest:explored", on the document. An event
 * "attest:go" with a url goes there.
 */

import { queryOf } from "attest/explorer/form";

const HOME = "/";
const main = document.querySelector("main");
const busy = Object.assign(document.createElement("p"), { className: "visually-hidden" });
busy.setAttribute("role", "status");
document.body.append(busy);

let running = null;
let shown = here();

function here() {
  return location.pathname + location.search;
}

const isOurs = (url) => url.origin === location.origin && url.pathname === HOME;

/** What has the focus, in a way that finds its like on the next page. */
function focused() {
  const element = document.activeElement;
  if (!element.closest("main, dialog[data-sheet]") || element === main) return null;
  const within = element.closest("[id]");
  return { id: element.id, within: within?.id ?? "", text: element.textContent.trim().replace(/[\d,.\s]+$/u, "") };
}

function refocus(kept) {
  const like = kept && (document.getElementById(kept.id || " ") ?? alike(kept));
  const target = like ?? document.querySelector("dialog[data-sheet][open] h2") ?? main.querySelector("h1");
  if (!target.matches("a, button, input, select, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function alike({ within, text }) {
  const links = document.getElementById(within || " ")?.querySelectorAll("a, summary, button") ?? [];
  return text ? [...links].find((link) => link.textContent.trim().startsWith(text)) : null;
}

function remember() {
  history.replaceState({ ...history.state, scroll: scrollY, focus: focused() }, "");
}

const openMap = () => document.querySelector("[data-incident-map][data-open]");

/** The new page's content in place of the old; what was folded open stays so, and a map that is open stays the same. */
function show(text) {
  const map = openMap();
  const page = new DOMParser().parseFromString(text, "text/html");
  const folds = document.querySelectorAll(":is(main, dialog[data-sheet]) details[id]");
  const open = new Map([...folds].map((part) => [part.id, part.open]));
  const filters = main.querySelector(".explorer__filters")?.open;
  main.replaceChildren(...page.querySelector("main").childNodes);
  const place = map && main.querySelector("[data-incident-map]");
  if (place) {
    map.dataset.view = place.dataset.view;
    place.replaceWith(map);
  }
  for (const part of main.querySelectorAll("details[id]")) part.open = open.get(part.id) ?? part.open;
  if (filters) main.querySelector(".explorer__filters")?.setAttribute("open", "");
  document.title = page.title;
  const passing = "link[rel=canonical], link[rel=alternate], link[rel=prev], link[rel=next]";
  document.head.querySelectorAll(passing).forEach((link) => link.remove());
  document.head.append(...page.head.querySelectorAll(passing));
}

/** The one address of the query that is shown: parameters in order, defaults left out. */
function canonical() {
  const link = document.head.querySelector("link[rel=canonical]");
  if (!link) return null;
  const { pathname, search } = new URL(link.href);
  return pathname + search;
}

/** A step of the history; what is chosen within one sheet is one step together (attest/explorer/sheets). */
function keep(address) {
  const { sheet } = history.state ?? {};
  if (sheet) history.replaceState({ sheet }, "", address);
  else history.pushState({}, "", address);
}

/** A page; without what is around its content, and without a drawing of the map, where a map is open. */
const wanted = () => ({ Accept: "text/html", ...(openMap() ? { Prefer: "return=minimal" } : {}) });

async function go(address, { push = true, state = null } = {}) {
  running?.abort();
  running = new AbortController();
  const kept = state ? state.focus : focused();
  if (push) remember();
  main.setAttribute("aria-busy", "true");
  const url = new URL(address, location.href);
  document.dispatchEvent(new CustomEvent("attest:exploring", { detail: { url: url.href } }));
  const answer = await fetch(url, { signal: running.signal, headers: wanted() });
  const reached = new URL(answer.url);
  const kind = answer.headers.get("Content-Type") ?? "";
  if (answer.status >= 500 || !kind.startsWith("text/html") || !isOurs(reached)) throw new Error("not an explorer page");
  show(await answer.text());
  if (push) keep((canonical() ?? reached.pathname + reached.search) + url.hash);
  shown = here();
  main.removeAttribute("aria-busy");
  document.dispatchEvent(new CustomEvent("attest:explored"));
  if (state) scrollTo({ top: state.scroll ?? 0, behavior: "instant" });
  refocus(kept);
  busy.textContent = main.querySelector("h1").textContent;
}

function follow(address, options) {
  go(address, options).catch((error) => {
    if (error.name !== "AbortError") location.assign(address);
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (!isOurs(url) || link.target || link.hasAttribute("download") || (url.hash && url.search === location.search)) return;
  event.preventDefault();
  follow(link.href);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-explores]")) return;
  event.preventDefault();
  const query = queryOf(form);
  follow(query ? `${HOME}?${query}` : HOME);
});

document.addEventListener("attest:go", (event) => {
  event.preventDefault(); // or the asker goes by itself
  follow(event.detail.url);
});

addEventListener("popstate", ({ state }) => {
  if (here() !== shown) follow(location.href, { push: false, state: state ?? {} });
});
history.scrollRestoration = "manual";
addEventListener("pagehide", () => {
  history.scrollRestoration = "auto";
});
