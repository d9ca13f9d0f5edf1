/**
 * The explorer's map: replaces the drawing by a Leaflet map of the same incidents once it is in sight, or nearly, and the
 * page is idle: on a phone it is below the list, and who never goes there never pays for it. Where anything fails, the
 * drawing stays. When the page goes on to another query it stays the same map, and shows what that query finds.
 */
import { comes, drawBase } from "attest/map/base";
import { leafletFor } from "attest/map/leaflet";
import { openMap } from "attest/map/adapter";
import { announcer } from "attest/map/announcer";
import { wordsOf } from "attest/map/words";
import { Asking } from "attest/explorer/asking";
import { IncidentLayer } from "attest/explorer/layer";
import { buttons, switchesKeys } from "attest/explorer/buttons";
import { listenToKeys } from "attest/explorer/keys";
import { onlyInView } from "attest/explorer/only-in-view";
import { rememberView, rememberedView } from "attest/explorer/view";

const TILE = 256;
const running = new Map();

/** The whole world, in the box of a map. */
const worldIn = (box) => ({ zoom: Math.max(0, Math.log2(box.clientWidth / TILE)) });

/** @param {HTMLElement} box an element with data-incident-map */
export async function start(box) {
  const { view: address, world, detail, shapes } = box.dataset;
  const canvas = box.querySelector("[data-leaflet]");
  const open = { box, canvas, address, say: wordsOf(box), tell: announcer(box.querySelector("[role=status]")) };
  open.asking = new Asking(address, (answer, features) => show(open, answer, features));
  const [answer] = await Promise.all([open.asking.first(worldIn(box)), leafletFor(canvas)]);
  comes(world); // while the marks are drawn
  await idleness();
  if (!box.isConnected) return;

  box.querySelector("[data-drawing]").hidden = true;
  canvas.hidden = false;
  open.map = await openMap(canvas);
  open.layer = new IncidentLayer(open.map, { say: open.say, tell: open.tell, shapes, pattern: `${canvas.id}-hatch` });
  running.set(box, open);
  box.dataset.open = "";
  operate(open);
  begin(open, answer);
  await drawBase(open.map, { world, detail });
}

/** Shows the first answer to a query: all of it, or the view that the address remembers. */
function begin(open, answer) {
  const { box, canvas, address, map, asking, layer, say } = open;
  layer.set(answer.features);
  open.beginning = true; // what the map does now is not for the address to remember
  showStart(map, layer);
  open.beginning = false;
  canvas.setAttribute("aria-label", say("label", { count: answer.count - answer.unmapped }));
  box.removeAttribute("aria-busy");
  show(open, answer, answer.features).then(() => {
    if (address === open.address) box.dataset.shows = address;
  });
  if (!isAnsweredBy(answer, map.zoom())) asking.soon(() => viewOf(map));
}

/** The page has gone on to another query, or to another page of the same: its map is this one. */
async function goOn(open) {
  const { box, map, asking } = open;
  const address = box.dataset.view;
  switchFor(open);
  if (address === open.address) {
    say(open);
    if (!rememberedView(location.hash)) rememberView(map);
    return;
  }
  open.address = address;
  box.setAttribute("aria-busy", "true");
  map.closePopup();
  asking.of(address);
  const answer = await asking.first(worldIn(box));
  if (box.isConnected && open.address === address) begin(open, answer);
}

/** What the map shows; nothing once it has left the page. */
const viewOf = (map) => (map.container.isConnected ? { edges: map.edges(), zoom: map.zoom() } : null);

function showStart(map, layer) {
  const remembered = rememberedView(location.hash);
  if (remembered) map.show(remembered.place, remembered.zoom);
  else map.fit(layer.places(), { closest: 5 });
}

/** Draws an answer and says in words what is in view, what beside it, and for what there is no room. */
async function show(open, answer, features) {
  const { box, layer, say: words } = open;
  layer.set(features);
  const { areas, incidents } = answer.left_out;
  const sentences = [words("view", { count: answer.total_in_view }), words("outside", { count: answer.outside_view })];
  if (areas) sentences.push(words("left_out", { count: incidents, areas }));
  open.said = `${sentences.join(" · ")}.`;
  say(open);
  box.dataset.shown = String(answer.total_in_view);
  await layer.draw();
}

/** The line under the map. */
function say({ box, said }) {
  const line = box.parentElement.querySelector("[data-counts]");
  if (line) line.textContent = said;
}

/** The switch beside the map. */
function switchFor({ box, map }) {
  const button = box.parentElement.querySelector("[data-only-in-view]");
  if (button) onlyInView(button, map);
}

/** Whether the answer for the world is that for the view at the start, which shows all of it unless one is remembered. */
const isAnsweredBy = (first, zoom) => !rememberedView(location.hash) && first.zoom === Math.round(zoom);

function operate(open) {
  const { box, canvas, map, asking, layer, say: words, tell } = open;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-describedby", `${canvas.id}-keys`);
  const help = box.querySelector("dialog");
  const leave = () => {
    if (map.hasPopup) {
      map.closePopup();
      canvas.focus();
    } else if (box.closest("dialog")) {
      box.closest("dialog").close();
    } else {
      box.querySelector("[data-after-map]").focus();
    }
  };
  listenToKeys(canvas, {
    pan: (across, down) => map.panBy(across, down),
    zoom: (steps) => map.zoomBy(steps),
    step: (by) => layer.step(by),
    open: () => layer.openCurrent(),
    leave,
    help: () => help.showModal(),
  });
  const bar = buttons(words, { zoom: (steps) => map.zoomBy(steps), help: () => help.showModal() });
  canvas.append(bar);
  switchesKeys(canvas, bar, help.querySelector("input"));
  map.on("zoomend", () => layer.draw());
  map.on("moveend", () => {
    if (open.beginning) return;
    rememberView(map);
    tell(words("view", { count: layer.countInView() }));
    asking.soon(() => viewOf(map));
  });
  new ResizeObserver(() => canvas.isConnected && map.resized()).observe(canvas);
  switchFor(open);
  box.addEventListener("attest:moment", ({ detail }) => {
    asking.during(detail);
    asking.now(viewOf(map));
  });
}

const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));

/** What a map needs is asked for at once; it is drawn when the page has nothing else to do. */
const idleness = () => new Promise((resolve) => whenIdle(resolve, { timeout: 1000 }));

/** Begins with a map when it is less than a screen away. */
const nearness = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (!isIntersecting) continue;
      nearness.unobserve(target);
      start(target).catch((error) => console.warn("The drawing stays:", error));
    }
  },
  { rootMargin: "100% 0px" },
);

/** Watches for the maps that are new on the page, goes on with those that were kept, and lets go of all others. */
function startAll() {
  for (const [box, open] of running) {
    if (box.isConnected) continue;
    nearness.unobserve(box);
    open?.map.close();
    running.delete(box);
  }
  for (const box of document.querySelectorAll("[data-incident-map]")) {
    const open = running.get(box);
    if (open) goOn(open).catch((error) => error.name !== "AbortError" && location.reload());
    if (running.has(box)) continue;
    running.set(box, null);
    nearness.observe(box);
  }
}

/** The map's part of another query is asked for together with the page. */
function askAhead({ detail }) {
  const query = new URL(detail.url, location.href);
  if (query.searchParams.has("page")) query.searchParams.delete("page");
  for (const [box, open] of running) {
    const address = new URL(open?.address ?? "", location.href).pathname + query.search;
    if (open && address !== open.address) open.asking.ahead(address, worldIn(box));
  }
}

document.addEventListener("attest:exploring", askAhead);
document.addEventListener("attest:explored", startAll);
startAll();
