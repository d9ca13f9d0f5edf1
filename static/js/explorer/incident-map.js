/**
 * The explorer's map: replaces the drawing by a Leaflet map of the same incidents once the page is idle. Where anything
 * fails, the drawing stays.
 */
import { drawBase, fetchJson } from "attest/map/base";
import { openMap } from "attest/map/adapter";
import { announcer } from "attest/map/announcer";
import { wordsOf } from "attest/map/words";
import { IncidentLayer } from "attest/explorer/layer";
import { buttons } from "attest/explorer/buttons";
import { listenToKeys } from "attest/explorer/keys";
import { rememberView, rememberedView } from "attest/explorer/view";

const BETWEEN_REQUESTS = 400;

async function start(box) {
  const { features: address, world, detail, cities, shapes } = box.dataset;
  const files = { world: fetchJson(world), detail, cities };
  const collection = await fetchJson(address);
  await files.world;

  const canvas = box.querySelector("[data-leaflet]");
  box.querySelector("[data-drawing]").hidden = true;
  canvas.hidden = false;
  const map = openMap(canvas);
  const say = wordsOf(box);
  const tell = announcer(box.querySelector("[role=status]"));
  const layer = new IncidentLayer(map, { say, tell, shapes, pattern: `${canvas.id}-hatch` });

  layer.set(collection.features);
  showStart(map, layer);
  layer.draw();
  operate({ box, canvas, map, layer, say, tell });
  if (collection.of === "cells") followCells({ address, map, layer });
  await drawBase(map, files);
}

function showStart(map, layer) {
  const remembered = rememberedView(location.hash);
  if (remembered) map.show(remembered.place, remembered.zoom);
  else map.fit(layer.places(), { closest: 5 });
}

function operate({ box, canvas, map, layer, say, tell }) {
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", say("label", { count: layer.count() }));
  canvas.setAttribute("aria-describedby", `${canvas.id}-keys`);
  const help = box.querySelector("dialog");
  const leave = () => {
    if (map.hasPopup) {
      map.closePopup();
      canvas.focus();
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
  canvas.append(buttons(say, { zoom: (steps) => map.zoomBy(steps), help: () => help.showModal() }));
  map.on("zoomend", () => layer.draw());
  map.on("moveend", () => {
    rememberView(map);
    tell(say("view", { count: layer.countInView() }));
  });
  new ResizeObserver(() => map.resized()).observe(canvas);
}

/** Where there are more incidents than can be told apart, asks for finer cells, or the incidents, of what is shown. */
function followCells({ address, map, layer }) {
  let waiting = 0;
  let latest = 0;
  map.on("moveend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      latest += 1;
      const asked = latest;
      const url = new URL(address, location.href);
      if (url.searchParams.has("bbox")) return;
      url.searchParams.set("bbox", box(map.edges()));
      const answer = await fetchJson(url.href).catch(() => null);
      if (answer && asked === latest) layer.set(answer.features);
      if (answer && asked === latest) layer.draw();
    }, BETWEEN_REQUESTS);
  });
}

const box = ([west, south, east, north]) =>
  [Math.max(west, -180), Math.max(south, -90), Math.min(east, 180), Math.min(north, 90)]
    .map((edge) => edge.toFixed(3))
    .join(",");

const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));

for (const box of document.querySelectorAll("[data-incident-map]")) {
  whenIdle(() => start(box).catch((error) => console.warn("The drawing stays:", error)), { timeout: 2000 });
}
