/**
 * Keeps what is typed in a form of the desk until it is saved: with the server every two seconds, and in the browser only
 * while that cannot be reached. Signing out leaves nothing in the browser. What is marked confidential is not kept.
 */

const PAUSE = 2000;
const PREFIX = "attest:unsaved:";
const CARRIED = new Set(["csrfmiddlewaretoken", "on_top", "action"]);

/** @param {HTMLFormElement} form names by data-keeps where to keep it, by data-person whose it is */
export function keeps(form) {
  const key = `${PREFIX}${form.dataset.person}:${location.pathname}`;
  const said = form.querySelector("[data-kept]");
  let waiting = 0;
  let last = typedIn(form);
  let running = null;

  async function keep() {
    waiting = 0;
    const fields = typedIn(form);
    if (fields === last) return;
    running = new AbortController();
    const kept = await send(form, fields, running.signal);
    if (running.signal.aborted) return;
    if (kept) localStorage.removeItem(key);
    else localStorage.setItem(key, fields);
    if (kept) last = fields;
    if (fields) tell(said, kept);
    else said.hidden = true;
  }

  form.addEventListener("input", () => {
    waiting ||= setTimeout(keep, PAUSE);
  });
  addEventListener("online", keep);
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    running?.abort();
    last = typedIn(form);
    localStorage.removeItem(key);
  });
  bringBack(form, key);
}

/** What was kept here while the server could not be reached goes there now, and the page offers it. */
async function bringBack(form, key) {
  const fields = localStorage.getItem(key);
  if (!fields || !(await send(form, fields))) return;
  localStorage.removeItem(key);
  location.reload();
}

function typedIn(form) {
  if (form.querySelector("[name$='confidential']:checked")) return "";
  const pairs = [...new FormData(form)].filter(([name, value]) => !CARRIED.has(name) && typeof value === "string");
  return new URLSearchParams(pairs).toString();
}

async function send(form, fields, signal) {
  const csrfmiddlewaretoken = form.elements.csrfmiddlewaretoken.value;
  const body = new URLSearchParams({ csrfmiddlewaretoken, address: location.pathname, fields });
  const answer = await fetch(form.dataset.keeps, { method: "POST", body, signal, redirect: "manual" }).catch(() => null);
  return answer?.status === 204 || (!fields && answer?.type === "opaqueredirect");
}

function tell(place, kept) {
  if (!place) return;
  place.textContent = kept ? place.dataset.keptHere : place.dataset.keptOffline;
  place.hidden = false;
}

/** Says so where the same page is open in another tab. */
export function noticesOtherTabs(notice) {
  const tabs = new BroadcastChannel(`attest:page:${location.pathname}`);
  tabs.addEventListener("message", ({ data }) => {
    notice.hidden = false;
    if (data === "opened") tabs.postMessage("here too");
  });
  tabs.postMessage("opened");
}
