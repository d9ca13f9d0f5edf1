/** The incidents on the map: draws them for a zoom level, opens them, and steps from one to the next. */
import { fetchJson } from "attest/map/files";
import { areas, countOf, drawable, outlineKey, placeOf, stacks } from "attest/explorer/groups";
import { areaCountElement, markElement, nameOf, SHAPE, stackElement, stackSize } from "attest/explorer/marks";
import { countedElement, popupElement } from "attest/explorer/popup";

const RING_IN_MARK = 16;
const CHOSEN = 1000;
const SLICE = 12;

/** Lets the page breathe between two slices of work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

export class IncidentLayer {
  #map;
  #words;
  #features = [];
  #drawn = new Map();
  #turn = 0;
  #current = -1;
  #chosen = null;

  /** @param {{say: Function, tell: Function, shapes: string, pattern: string}} words */
  constructor(map, words) {
    this.#map = map;
    this.#words = words;
  }

  set(features) {
    const next = drawable(features);
    const same = next.length === this.#features.length && next.every(({ id }, at) => id && id === this.#features[at].id);
    if (!same) this.#current = -1;
    this.#features = next;
  }

  places() {
    return this.#features.flatMap((feature) =>
      feature.geometry.type === "Point" ? [placeOf(feature)] : cornersOf(feature.geometry),
    );
  }

  countInView() {
    return countOf(this.#features.filter((feature) => this.#map.shows(this.#middleOf(feature))));
  }

  /**
   * Draws everything for the present zoom level, a few marks at a time; what stays the same is left alone. Says on the
   * container how many features that are.
   */
  async draw() {
    this.#turn += 1;
    const turn = this.#turn;
    const wanted = new Map([
      ...areas(this.#features).map((area) => [keyOf("area", area), () => this.#drawArea(area)]),
      ...stacks(this.#features, (place) => this.#map.pixelOf(place)).map((stack) => [
        keyOf(this.#hasWideRing(stack), stack),
        () => this.#drawStack(stack),
      ]),
    ]);
    for (const [key, layers] of this.#drawn) {
      if (wanted.has(key)) continue;
      layers.forEach((layer) => layer.remove());
      this.#drawn.delete(key);
    }
    let until = performance.now() + SLICE;
    for (const [key, make] of wanted) {
      if (this.#drawn.has(key)) continue;
      if (performance.now() > until) {
        await breathe();
        if (turn !== this.#turn || !this.#map.container.isConnected) return;
        until = performance.now() + SLICE;
      }
      this.#drawn.set(key, make());
    }
    this.#map.container.dataset.ready = String(this.#features.length);
  }

  #drawArea({ geometry, features }) {
    const press = () => this.#open(area.middle, features);
    const area = this.#map.addArea(geometry, { pattern: this.#words.pattern, press });
    const number = areaCountElement(this.#words.say, features);
    return [area, this.#map.addMark(area.middle, number, { press, size: 0 })];
  }

  #hasWideRing({ place, features }) {
    return this.#map.pixels(reachOf(features), place) > RING_IN_MARK;
  }

  #drawStack(stack) {
    const { place, features } = stack;
    const press = () => this.#open(place, features);
    const wide = this.#hasWideRing(stack);
    const rings = wide ? [this.#map.addRing(place, reachOf(features), "ring")] : [];
    if (countOf(features) > 1) {
      const size = stackSize(countOf(features));
      return [this.#map.addMark(place, stackElement(this.#words.say, features), { press, size, level: size }), ...rings];
    }
    const [feature] = features;
    if (feature.id === undefined) {
      const size = stackSize(1);
      return [this.#map.addMark(place, stackElement(this.#words.say, features), { press, size }), ...rings];
    }
    const ring = feature.properties.precision !== "exact" && !wide;
    return [this.#map.addMark(place, markElement(this.#words.shapes, feature, { ring }), { press, size: SHAPE }), ...rings];
  }

  /** Opens what is known of the incidents in a place; of a square, which is only counted, the closer view. */
  async #open(place, features, { focus = false } = {}) {
    const known = features.filter(({ id }) => id !== undefined);
    const [first] = features;
    if (!known.length && !first.properties.area && !(features.length === 1 && first.properties.one_place)) {
      this.#map.approach(features.map(({ properties }) => properties.box));
      return;
    }
    const close = () => {
      this.#map.closePopup();
      this.#map.container.focus();
    };
    const element = known.length
      ? popupElement(this.#words.say, known, { close })
      : countedElement(this.#words.say, first, { close, listed: await this.#listed(first) });
    await this.#map.settled();
    this.#map.openPopup(place, element);
    if (focus) element.querySelector("a").focus();
  }

  /** The first incidents of those that a feature only counts; none where they cannot be had. */
  async #listed({ properties }) {
    const answer = await fetchJson(properties.data_url).catch(() => null);
    return answer?.incidents ?? [];
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
    const { occurred_text: when = "", precision_text: precision = "" } = feature.properties;
    const position = { number: this.#current + 1, total, title: nameOf(feature) };
    const word = feature.id === undefined ? "step_counted" : "step";
    this.#words.tell(this.#words.say(word, { ...position, when, precision }));
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

/** What makes a mark another mark. */
function keyOf(kind, { geometry, features }) {
  const shape = geometry ? outlineKey(geometry).length : "";
  return [kind, shape, ...features.map(({ id, properties, geometry: at }) => id ?? `${properties.name} ${at.coordinates[0]}`)].join("|");
}

/** How far from where it is drawn any of the incidents may lie, in metres; 0 where each is exact or only counted. */
function reachOf(features) {
  const vague = features.filter(({ properties }) => properties.precision !== "exact");
  return Math.max(0, ...vague.map(({ properties }) => properties.uncertainty_m ?? 0));
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
