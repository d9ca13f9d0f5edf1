/** The incidents on the map: draws them for a zoom level, opens them, and steps from one to the next. */
import { areas, countOf, drawable, placeOf, stacks } from "attest/explorer/groups";
import { areaCountElement, markElement, SHAPE, stackElement, stackSize } from "attest/explorer/marks";
import { popupElement } from "attest/explorer/popup";

const RING_IN_MARK = 16;
const CHOSEN = 1000;

export class IncidentLayer {
  #map;
  #words;
  #features = [];
  #drawn = [];
  #current = -1;
  #chosen = null;

  /** @param {{say: Function, tell: Function, shapes: string, pattern: string}} words */
  constructor(map, words) {
    this.#map = map;
    this.#words = words;
  }

  set(features) {
    this.#features = drawable(features);
    this.#current = -1;
  }

  count() {
    return countOf(this.#features);
  }

  places() {
    return this.#features.flatMap((feature) =>
      feature.geometry.type === "Point" ? [placeOf(feature)] : cornersOf(feature.geometry),
    );
  }

  countInView() {
    return countOf(this.#features.filter((feature) => this.#map.shows(this.#middleOf(feature))));
  }

  /** Draws everything for the present zoom level, and says on the container how many features that are. */
  draw() {
    this.#drawn.forEach((layer) => layer.remove());
    this.#drawn = [
      ...areas(this.#features).flatMap((area) => this.#drawArea(area)),
      ...stacks(this.#features, (place) => this.#map.pixelOf(place)).flatMap((stack) => this.#drawStack(stack)),
    ];
    this.#map.container.dataset.ready = String(this.#features.length);
  }

  #drawArea({ geometry, features }) {
    const press = () => this.#open(area.middle, features);
    const area = this.#map.addArea(geometry, { pattern: this.#words.pattern, press });
    const number = areaCountElement(this.#words.say, features);
    return [area, this.#map.addMark(area.middle, number, { press, size: 0 })];
  }

  #drawStack({ place, features }) {
    const press = () => this.#open(place, features);
    if (countOf(features) > 1) {
      const size = stackSize(countOf(features));
      return [this.#map.addMark(place, stackElement(this.#words.say, features), { press, size, level: size })];
    }
    const [feature] = features;
    const radius = feature.properties.uncertainty_m ?? 0;
    const wide = this.#map.pixels(radius, place) > RING_IN_MARK;
    const ring = feature.properties.precision !== "exact" && feature.id !== undefined;
    const mark = markElement(this.#words.shapes, feature, { ring: ring && !wide });
    const marks = [this.#map.addMark(place, mark, { press, size: SHAPE })];
    return ring && wide ? [...marks, this.#map.addRing(place, radius, "ring")] : marks;
  }

  /** Opens what is known of the incidents in a place; of cells, which are only counted, the closer view. */
  #open(place, features, { focus = false } = {}) {
    const known = features.filter(({ id }) => id !== undefined);
    if (!known.length) {
      this.#map.show(place, Math.round(this.#map.zoom() + 2));
      return;
    }
    const close = () => {
      this.#map.closePopup();
      this.#map.container.focus();
    };
    const element = popupElement(this.#words.say, known, { close });
    this.#map.openPopup(place, element);
    if (focus) element.querySelector("a").focus();
  }

  /** Goes to the next or previous incident, in the order of the list, and says which it is. */
  step(by) {
    if (!this.#features.length) return;
    const total = this.#features.length;
    this.#current = this.#current < 0 && by < 0 ? total - 1 : (this.#current + by + total) % total;
    const feature = this.#features[this.#current];
    const place = this.#middleOf(feature);
    this.#map.closePopup();
    if (!this.#map.shows(place)) this.#map.show(place);
    this.#choose(place);
    const { title = "", occurred_text: when = "", precision_text: precision = "" } = feature.properties;
    const position = { number: this.#current + 1, total };
    this.#words.tell(this.#words.say("step", { ...position, title, when, precision }));
  }

  openCurrent() {
    if (this.#current < 0) this.step(1);
    const feature = this.#features[this.#current];
    if (feature) this.#open(this.#middleOf(feature), [feature], { focus: true });
  }

  #choose(place) {
    this.#chosen?.remove();
    const circle = document.createElement("div");
    circle.className = "mark__chosen";
    this.#chosen = this.#map.addMark(place, circle, { size: 44, level: CHOSEN, room: 0 });
  }

  #middleOf(feature) {
    if (feature.geometry.type === "Point") return placeOf(feature);
    const [[south, west], [north, east]] = cornersOf(feature.geometry);
    return [(south + north) / 2, (west + east) / 2];
  }
}

/** South-west and north-east corner of a polygon or multipolygon. */
function cornersOf({ type, coordinates }) {
  const positions = (type === "Polygon" ? coordinates : coordinates.flat()).flat();
  const [across, up] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  return [
    [Math.min(...up), Math.min(...across)],
    [Math.max(...up), Math.max(...across)],
  ];
}
