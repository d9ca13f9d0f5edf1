/**
 * The one module between our code and Leaflet. Everything else speaks of maps, marks, areas and rings; positions are
 * [latitude, longitude] in degrees, sizes are pixels.
 */
import { leafletFor, scale } from "attest/map/leaflet";

const PANES = { base: 200, areas: 410, rings: 420, labels: 440, marks: 600 };
const STILL = { animate: false };
const WHOLE = { smoothFactor: 0 };
const TILE = 256;
const LINGERS = 10_000; // milliseconds

/** As close as pressing a circle goes at once. */
const CLOSEST = 14;

const EQUATOR = 40_075_016.686;

const STROKES = {
  coast: { weight: 0.8, opacity: 1 },
  borders: { weight: 0.8, opacity: 0.55 },
  disputed: { weight: 0.9, opacity: 1, dashArray: "2 4" },
  provinces: { weight: 0.6, opacity: 1 },
};

const darkness = matchMedia("(prefers-color-scheme: dark)");
const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** Zooms at which the whole world is as wide as the box, in quarter steps. */
const worldZoom = (width) => Math.max(0, Math.floor(Math.log2(width / TILE) * 4) / 4);

/** As far as the map can be moved, in degrees. */
const WORLD = [[-85, -190], [85, 190]];

/** django-leaflet's map for a box that {% leaflet_map %} has made, without Leaflet's own buttons and keys. */
export async function openMap(box) {
  await leafletFor(box);
  const options = JSON.parse(box.dataset.leaflet);
  const still = stillness.matches;
  const leaflet = window.L.Map.djangoMap(box.id, {
    djoptions: { ...options, scale: null, minzoom: worldZoom(box.clientWidth), extent: null },
    globals: false,
    attributionControl: false,
    zoomControl: false,
    keyboard: false,
    zoomSnap: 0.25,
    maxBounds: WORLD,
    maxBoundsViscosity: 1,
    fadeAnimation: !still,
    zoomAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  for (const [name, level] of Object.entries(PANES)) leaflet.createPane(name).style.zIndex = level;
  for (const name of ["base", "labels", "rings"]) leaflet.getPane(name).style.pointerEvents = "none";
  leaflet.getPane("labels").setAttribute("aria-hidden", "true");
  scale().addTo(leaflet);
  return new OpenMap(leaflet);
}

export class OpenMap {
  #leaflet;
  #canvas = window.L.canvas({ pane: "base", padding: 0.25 });
  #labels = window.L.layerGroup();
  #marks = new Map();
  #popup = null;
  #zooming = false;
  #bases = new Set();

  constructor(leaflet) {
    this.#leaflet = leaflet;
    this.#labels.addTo(leaflet);
    leaflet.on("zoomstart", () => {
      this.#zooming = true;
    });
    leaflet.on("zoomend", () => {
      this.#zooming = false;
    });
  }

  /** Once no zoom is under way: what is measured before would be out of place after. */
  async settled() {
    if (this.#zooming) await new Promise((resolve) => this.#leaflet.once("zoomend", resolve));
  }

  get container() {
    return this.#leaflet.getContainer();
  }

  /** Leaflet's events: moveend, zoomend, click, resize. */
  on(name, act) {
    this.#leaflet.on(name, act);
  }

  off(name, act) {
    this.#leaflet.off(name, act);
  }

  zoom() {
    return this.#leaflet.getZoom();
  }

  centre() {
    const { lat, lng } = this.#leaflet.getCenter();
    return [lat, lng];
  }

  /** West, south, east and north edge in degrees. */
  edges() {
    const bounds = this.#leaflet.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  extent() {
    return this.#leaflet.getSize();
  }

  pixelOf(place) {
    return this.#leaflet.latLngToContainerPoint(place);
  }

  placeOf(pixel) {
    const { lat, lng } = this.#leaflet.containerPointToLatLng(pixel);
    return [lat, lng];
  }

  shows(place) {
    return this.#leaflet.getBounds().pad(-0.05).contains(place);
  }

  /** How many pixels so many metres are, at the latitude of a place. */
  pixels(metres, [latitude]) {
    const perPixel = (EQUATOR * Math.cos((latitude * Math.PI) / 180)) / (TILE * 2 ** this.zoom());
    return metres / perPixel;
  }

  #movement() {
    return stillness.matches ? STILL : {};
  }

  show(place, zoom = this.zoom()) {
    this.#leaflet.setView(place, zoom, this.#movement());
  }

  /** Shows all of the places, no closer than `closest`. */
  fit(places, { closest = 7 } = {}) {
    if (places.length) this.#leaflet.fitBounds(places, { ...STILL, padding: [40, 40], maxZoom: closest });
  }

  /** Goes closer, so that boxes (west, south, east, north) fill the view; always by at least a step. */
  approach(boxes) {
    const bounds = window.L.latLngBounds(boxes.flatMap(([west, south, east, north]) => [[south, west], [north, east]]));
    const fitting = this.#leaflet.getBoundsZoom(bounds, false, window.L.point(80, 80));
    const zoom = Math.max(this.zoom() + 1, Math.min(Math.floor(fitting), CLOSEST));
    this.#leaflet.setView(bounds.getCenter(), zoom, this.#movement());
  }

  panBy(across, down) {
    this.#leaflet.panBy([across, down], this.#movement());
  }

  zoomBy(steps) {
    this.#leaflet.setZoom(Math.round(this.zoom() + steps), this.#movement());
  }

  resized() {
    this.#leaflet.invalidateSize(STILL);
  }

  /** Polygons filled with the colour of a kind: land or sea. Those that were `cut` keep every corner, so that they fit. */
  addAreas(polygons, kind, { cut = false } = {}) {
    const style = (colours) => ({ stroke: false, fillColor: colours(kind), fillOpacity: 1 });
    return this.#addBase((options) => window.L.polygon(polygons, { ...options, ...(cut ? WHOLE : {}) }), style);
  }

  /** Lines of a kind: coast, borders, disputed or provinces. */
  addLines(lines, kind) {
    const style = (colours) => ({ color: colours(kind), ...STROKES[kind] });
    return this.#addBase((options) => window.L.polyline(lines, { ...options, smoothFactor: 1.2 }), style);
  }

  /** The base map is painted on a canvas, where long lines are cheap, in colours that the style sheet names. */
  #addBase(make, style) {
    const layer = make({ renderer: this.#canvas, pane: "base", interactive: false, ...style(this.#colours) });
    const restyle = () => layer.setStyle(style(this.#colours));
    layer.addTo(this.#leaflet);
    darkness.addEventListener("change", restyle);
    const base = {
      remove: () => {
        darkness.removeEventListener("change", restyle);
        layer.remove();
        this.#bases.delete(base);
      },
    };
    this.#bases.add(base);
    return base;
  }

  #colours = (kind) => getComputedStyle(this.container).getPropertyValue(`--base-${kind}`).trim();

  /** @param {{name: string, place: number[], dot: boolean}[]} labels */
  setLabels(labels) {
    this.#labels.clearLayers();
    for (const { name, place, dot } of labels) {
      const html = document.createElement("span");
      html.textContent = name;
      const icon = window.L.divIcon({ html, className: dot ? "label label--city" : "label", iconSize: [0, 0] });
      window.L.marker(place, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.#labels);
    }
  }

  /** An element of our own with its centre at a place; no name of the base map stands within its `room`. */
  addMark(place, element, { press = null, size = 24, level = 0, draggable = false, room = size } = {}) {
    const icon = window.L.divIcon({ html: element, className: "mark", iconSize: [size, size] });
    const options = { icon, pane: "marks", keyboard: false, interactive: Boolean(press) || draggable, draggable };
    const marker = window.L.marker(place, { ...options, zIndexOffset: level, autoPan: draggable });
    if (press) marker.on("click", press);
    marker.addTo(this.#leaflet);
    this.#marks.set(marker, room);
    return {
      remove: () => {
        this.#marks.delete(marker);
        marker.remove();
      },
      moveTo: (other) => marker.setLatLng(other),
      place: () => [marker.getLatLng().lat, marker.getLatLng().lng],
      onMoved: (act) => marker.on("drag", act),
    };
  }

  /** Centre and size, in pixels, of every mark: where no name should stand. */
  occupied() {
    return [...this.#marks].map(([marker, size]) => ({ at: this.pixelOf(marker.getLatLng()), size }));
  }

  /** A circle of so many metres around a place: where it may lie. */
  addRing(place, radius, className) {
    const style = { pane: "rings", interactive: false, radius, className, fill: false, opacity: 1 };
    return window.L.circle(place, style).addTo(this.#leaflet);
  }

  /** A GeoJSON polygon or multipolygon, filled with the pattern of that id; answers with its middle. */
  addArea(geometry, { pattern, press }) {
    const style = { pane: "areas", className: "area", fillColor: `url(#${pattern})`, fillOpacity: 1, opacity: 1 };
    const layer = window.L.geoJSON(geometry, { ...style, style: () => style });
    if (press) layer.on("click", press);
    layer.addTo(this.#leaflet);
    const { lat, lng } = layer.getBounds().getCenter();
    return { remove: () => layer.remove(), middle: [lat, lng], corners: cornersOf(layer) };
  }

  /** Opens `element` beside a place; `closed` is called once it is gone. */
  openPopup(place, element, { closed = () => {} } = {}) {
    this.closePopup();
    const size = this.extent();
    const options = {
      closeButton: false,
      minWidth: Math.min(240, size.x - 60),
      maxWidth: Math.min(320, size.x - 60),
      maxHeight: Math.max(120, size.y - 90),
      offset: [0, -8],
      autoPanPadding: [12, 12],
    };
    this.#popup = window.L.popup(options).setLatLng(place).setContent(element);
    this.#popup.on("remove", () => {
      this.#popup = null;
      this.#leaflet.setMaxBounds(WORLD);
      closed();
    });
    this.#leaflet.setMaxBounds(null); // a popup in the far north needs room above the world's edge
    this.#popup.openOn(this.#leaflet);
  }

  closePopup() {
    if (this.#popup) this.#leaflet.closePopup(this.#popup);
  }

  /** Lets go of everything, once what is under way has ended; for a map whose box has left the page. */
  close() {
    this.#bases.forEach((base) => base.remove());
    this.#leaflet.stop().off();
    setTimeout(() => this.#leaflet.remove(), LINGERS);
  }

  get hasPopup() {
    return this.#popup !== null;
  }
}

function cornersOf(layer) {
  const bounds = layer.getBounds();
  return [
    [bounds.getSouth(), bounds.getWest()],
    [bounds.getNorth(), bounds.getEast()],
  ];
}
