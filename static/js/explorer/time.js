/** Time: two handles under the bars that choose from when to when. It starts again when the page's parts are replaced. */
import { go } from "attest/explorer/go";
import { player } from "attest/explorer/player";

const PAUSE = 700;
const started = new WeakSet();

/** @param {HTMLElement} box an element with data-time */
export function start(box) {
  const bars = [...box.querySelectorAll("[data-first]")];
  const said = box.querySelector("[data-said]");
  const [since, until] = box.querySelectorAll("[data-handle]");
  box.querySelector("[data-handles]").hidden = false;
  let waiting = 0;

  const chosen = () => bars.slice(Number(since.value), Number(until.value));
  const emphasise = () => {
    const inside = new Set(chosen());
    for (const bar of bars) bar.classList.toggle("time__bar--outside", !inside.has(bar));
    since.setAttribute("aria-valuetext", chosen()[0].dataset.label);
    until.setAttribute("aria-valuetext", chosen().at(-1).dataset.label);
  };
  const leave = () => {
    const address = addressOf(box);
    const [first, last] = [chosen()[0], chosen().at(-1)];
    if (first !== bars[0]) address.searchParams.set("since", first.dataset.first);
    if (last !== bars.at(-1)) address.searchParams.set("until", last.dataset.last);
    go(address);
  };

  for (const handle of [since, until]) {
    handle.addEventListener("input", () => {
      keepApart(since, until, handle, bars.length);
      emphasise();
      said.textContent = said.dataset.words
        .replace("{first}", since.getAttribute("aria-valuetext"))
        .replace("{last}", until.getAttribute("aria-valuetext"));
      clearTimeout(waiting);
    });
    handle.addEventListener("change", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => box.isConnected && leave(), PAUSE);
    });
  }
  keepApart(since, until, since, bars.length);
  emphasise();
  player(box, bars, { said, reset: emphasise, first: Number(since.value) });
}

/** The page's query over all days, with the view of the map. */
function addressOf(box) {
  const address = new URL(box.dataset.base, location.href);
  address.hash = location.hash;
  return address;
}

/** The two handles always hold one bar at least. */
function keepApart(since, until, moved, most) {
  if (Number(since.value) < Number(until.value)) return;
  if (moved === since) since.value = Math.max(0, Math.min(Number(until.value), most) - 1);
  else until.value = Math.min(most, Number(since.value) + 1);
}

function startAll() {
  for (const box of document.querySelectorAll("[data-time]")) {
    if (started.has(box)) continue;
    started.add(box);
    start(box);
  }
}

document.addEventListener("attest:explored", startAll);
startAll();
