/**
 * The explorer's map: replaces the drawing by a Leaflet map of the same incidents once it is in sight, or nearly, and the
 * page is idle: on a phone it is below the list, and who never goes there never pays for it. Where anything fails, the
 * drawing stays. It starts again whenever the page's parts have been replaced.
 */
import { drawBase } from "attest/map/base";
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

/** @param {HTMLElement} box an element with data-incident-map */
export async function start(box) {
  const { view: address, world, detail, cities, shapes } = box.dataset;
  const canvas = box.querySelector("[data-leaflet]");
  const parts = { say: wordsOf(box), tell: announcer(box.querySelector("[role=status]")) };
  const asking = new Asking(address, (answer, features) => show(box, parts, answer, features));
  const whole = { zoom: Math.max(0, Math.log2(box.clientWidth / TILE)) }; // the whole world
  const [answer] = await Promise.all([asking.first(whole), leafletFor(canvas)]);
  await idleness();
  if (!box.isConnected) return;

  box.querySelector("[data-drawing]").hidden = true;
  canvas.hidden = false;
  const map = await openMap(canvas);
  running.set(box, map);
  parts.layer = new IncidentLayer(map, { ...parts, shapes, pattern: `${canvas.id}-hatch` });

  parts.layer.set(answer.features);
  showStart(map, parts.layer);
  show(box, parts, answer, answer.features);
  operate({ box, canvas, map, asking, first: answer, ...parts });
  await drawBase(map, { world, detail, cities });
}

/** What the map shows; nothing once it has left the page. */
const viewOf = (map) => (map.container.isConnected ? { edges: map.edges(), zoom: map.zoom() } : null);

function showStart(map, layer) {
  const remembered = rememberedView(location.hash);
  if (remembered) map.show(remembered.place, remembered.zoom);
  else map.fit(layer.places(), { closest: 5 });
}

/** Draws an answer and says in words what is in view, what beside it, and for what there is no room. */
function show(box, { say, layer }, answer, features) {
  layer.set(features);
  layer.draw();
  const { areas, incidents } = answer.left_out;
  const sentences = [say("view", { count: answer.total_in_view }), say("outside", { count: answer.outside_view })];
  if (areas) sentences.push(say("left_out", { count: incidents, areas }));
  const line = box.parentElement.querySelector("[data-counts]");
  if (line) line.textContent = `${sentences.join(" · ")}.`;
  box.dataset.shown = String(answer.total_in_view);
}

/** Whether the answer for the world is that for the view at the start, which shows all of it unless one is remembered. */
const isAnsweredBy = (first, zoom) => !rememberedView(location.hash) && first.zoom === Math.round(zoom);

function operate({ box, canvas, map, asking, first, layer, say, tell }) {
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", say("label", { count: first.count - first.unmapped }));
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
  const bar = buttons(say, { zoom: (steps) => map.zoomBy(steps), help: () => help.showModal() });
  canvas.append(bar);
  switchesKeys(canvas, bar, help.querySelector("input"));
  map.on("zoomend", () => layer.draw());
  map.on("moveend", () => {
    rememberView(map);
    tell(say("view", { count: layer.countInView() }));
    asking.soon(() => viewOf(map));
  });
  if (!isAnsweredBy(first, map.zoom())) asking.soon(() => viewOf(map));
  new ResizeObserver(() => canvas.isConnected && map.resized()).observe(canvas);
  const button = box.parentElement.querySelector("[data-only-in-view]");
  if (button) onlyInView(button, map);
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

/** Watches for the maps that are new on the page, and lets go of those that are no longer on it. */
function startAll() {
  for (const [box, map] of running) {
    if (box.isConnected) continue;
    nearness.unobserve(box);
    map?.close();
    running.delete(box);
  }
  for (const box of document.querySelectorAll("[data-incident-map]")) {
    if (running.has(box)) continue;
    running.set(box, null);
    nearness.observe(box);
  }
}

document.addEventListener("attest:explored", startAll);
startAll();
