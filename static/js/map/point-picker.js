/**
 * Chooses a position on a map. The inputs for latitude and longitude stay the truth: the pin follows them, and writes
 * into them when it is moved by click, drag or arrow keys.
 */
import { openMap } from "attest/map/adapter";
import { announcer } from "attest/map/announcer";
import { drawBase } from "attest/map/base";
import { svgElement } from "attest/map/shapes";
import { wordsOf } from "attest/map/words";

const DECIMALS = 5;
const STEP = 12;
const FINE_STEP = 1;
const CLOSE_ENOUGH = 9;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOM = { "+": 1, "=": 1, "-": -1, _: -1 };

function pinElement() {
  const svg = svgElement("svg", { class: "pin", viewBox: "0 0 24 24", width: 40, height: 40, "aria-hidden": "true" });
  svg.append(
    svgElement("path", { class: "pin__halo", d: "M12 1v8M12 15v8M1 12h8M15 12h8" }),
    svgElement("path", { class: "pin__cross", d: "M12 1v8M12 15v8M1 12h8M15 12h8" }),
    svgElement("circle", { class: "pin__centre", cx: 12, cy: 12, r: 3 }),
  );
  return svg;
}

class PointPicker {
  #map;
  #inputs;
  #say;
  #tell;
  #pin = null;
  #ring = null;

  constructor(map, inputs, { say, tell }) {
    this.#map = map;
    this.#inputs = inputs;
    this.#say = say;
    this.#tell = tell;
  }

  /** The position the inputs hold, or null where they hold none that exists. */
  read() {
    const texts = [this.#inputs.latitude.value, this.#inputs.longitude.value].map((text) => text.trim());
    const [latitude, longitude] = texts.map(Number);
    const exists = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return texts.every((text) => text !== "") && exists ? [latitude, longitude] : null;
  }

  /** Puts the pin where the inputs say. */
  follow({ look = false } = {}) {
    const place = this.read();
    this.#pin?.remove();
    this.#pin = null;
    if (place) {
      this.#pin = this.#map.addMark(place, pinElement(), { size: 40, draggable: true, room: 0 });
      this.#pin.onMoved(() => this.#write(this.#pin.place()));
      if (look) this.#map.show(place, Math.max(this.#map.zoom(), CLOSE_ENOUGH));
    }
    this.#drawRing(place);
  }

  #drawRing(place) {
    this.#ring?.remove();
    const radius = Number(this.#inputs.uncertainty?.value);
    this.#ring = place && radius > 0 ? this.#map.addRing(place, radius, "ring") : null;
  }

  #write([latitude, longitude]) {
    this.#inputs.latitude.value = latitude.toFixed(DECIMALS);
    this.#inputs.longitude.value = longitude.toFixed(DECIMALS);
    for (const input of [this.#inputs.latitude, this.#inputs.longitude]) {
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.#drawRing([latitude, longitude]);
    this.#tell(this.#say("picked", { latitude: latitude.toFixed(DECIMALS), longitude: longitude.toFixed(DECIMALS) }));
  }

  put(place) {
    this.#write(place);
    this.follow();
  }

  putInTheMiddle() {
    if (!this.read()) this.put(this.#map.centre());
  }

  /** Moves the pin by so many pixels, and the map after it where it would leave the view. */
  nudge(across, down) {
    const place = this.read();
    if (!place) {
      this.#tell(this.#say("unset"));
      return;
    }
    const { x, y } = this.#map.pixelOf(place);
    const [latitude, longitude] = this.#map.placeOf([x + across, y + down]);
    this.put([down ? latitude : place[0], across ? longitude : place[1]]);
    if (!this.#map.shows(this.read())) this.#map.show(this.read());
  }
}

function keyOf({ key, shiftKey }, map, picker) {
  const step = shiftKey ? FINE_STEP : STEP;
  if (key in MOVES) return () => picker.nudge(MOVES[key][0] * step, MOVES[key][1] * step);
  if (key in ZOOM) return () => map.zoomBy(ZOOM[key]);
  return key === "Enter" ? () => picker.putInTheMiddle() : null;
}

async function start(box) {
  const { world, detail } = box.dataset;
  const canvas = box.querySelector("[data-leaflet]");
  const inputs = {
    latitude: document.getElementById(box.dataset.latitude),
    longitude: document.getElementById(box.dataset.longitude),
    uncertainty: document.getElementById(box.dataset.uncertainty ?? ""),
  };
  canvas.hidden = false;
  const map = await openMap(canvas);
  const say = wordsOf(box);
  const picker = new PointPicker(map, inputs, { say, tell: announcer(box.querySelector("[role=status]")) });

  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", say("picker"));
  canvas.addEventListener("keydown", (event) => {
    const act = event.target === canvas && !event.altKey && !event.ctrlKey ? keyOf(event, map, picker) : null;
    if (!act) return;
    event.preventDefault();
    act();
  });
  map.on("click", ({ latlng: { lat, lng } }) => picker.put([lat, lng]));
  for (const input of Object.values(inputs)) input?.addEventListener("change", () => picker.follow({ look: true }));
  box.addEventListener("attest:look", () => lookWhereAsked(box, map));
  new ResizeObserver(() => map.resized()).observe(canvas);

  lookWhereAsked(box, map);
  picker.follow({ look: true });
  await drawBase(map, { world, detail });
  canvas.dataset.ready = "true";
}

/** A page asks to look somewhere by the event "attest:look"; it may do so before there is a map. */
const asked = new WeakMap();

function lookWhereAsked(box, map) {
  const place = asked.get(box);
  if (place) map.show([place.latitude, place.longitude], CLOSE_ENOUGH);
}

/** A picker in a folded part of a form opens when the part does: a map cannot be made in a box without a size. */
for (const box of document.querySelectorAll("[data-point-picker]")) {
  box.hidden = false;
  box.addEventListener("attest:look", ({ detail }) => asked.set(box, detail));
  const once = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === 0) return;
    once.disconnect();
    start(box).catch((error) => console.warn("The position is set by its inputs:", error));
  });
  once.observe(box);
}
