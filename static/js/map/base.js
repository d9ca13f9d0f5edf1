/** The base map: land, coast, borders and names from our own files; finer ones where somebody looks closely. */
import { kept } from "attest/map/files";
import { citiesShown, countriesShown, withRoom } from "attest/map/labels";
import { squaresIn } from "attest/map/squares";
import { coastOf, decode } from "attest/map/topology";

const CLOSE = 5;

/** Lets the coarse map come before it is drawn. */
export const comes = (world) => void kept(world).catch(() => {});

/**
 * @param {import("attest/map/adapter").OpenMap} map
 * @param {{world: string, detail: string}} files addresses
 */
export async function drawBase(map, { world, detail }) {
  const topology = await kept(world);
  const countries = countryNames(topology.names);
  const { land, lines } = decode(topology);
  await draw(map, { land, lines: { ...lines, coast: coastOf(land) } });
  map.container.dataset.based = "";
  if (!map.container.isConnected) return;

  const finer = new Finer(map, detail, () => label());
  const label = () => map.setLabels(chosen(map, countries, finer.towns));
  const look = () => finer.look().catch((error) => console.warn("The base map stays coarse:", error));
  map.on("moveend", () => {
    label();
    look();
  });
  label();
  await look();
}

/** The squares of the detailed map that the view shows, over the coarse one, whose sea and land they hide. */
class Finer {
  #map;
  #address;
  #changed;
  #shown = [];
  #layers = [];
  #turn = 0;

  constructor(map, address, changed) {
    this.#map = map;
    this.#address = address;
    this.#changed = changed;
  }

  get towns() {
    const names = this.#shown.flatMap((square) => square.names);
    const towns = names.map(([name, lon, lat, size]) => ({ name, place: [lat, lon], size, dot: true }));
    return towns.sort((one, other) => one.size - other.size);
  }

  async look() {
    this.#turn += 1;
    const turn = this.#turn;
    const squares = this.#map.zoom() < CLOSE ? [] : await squaresIn(this.#address, this.#map.edges());
    if (turn !== this.#turn || !this.#map.container.isConnected) return;
    if (squares.length === this.#shown.length && squares.every((square, at) => square === this.#shown[at])) return;
    this.#shown = squares;
    const before = this.#layers;
    this.#layers = await draw(this.#map, joined(squares));
    before.forEach((layer) => layer.remove());
    this.#changed();
  }
}

/** Several squares as one. */
function joined(squares) {
  const lines = {};
  for (const square of squares) {
    for (const [kind, parts] of Object.entries(square.lines)) (lines[kind] ??= []).push(...parts);
  }
  return { sea: squares.map(({ sea }) => sea), land: squares.flatMap(({ land }) => land), lines };
}

/** Draws one kind of area or line after the other, so that the page can answer in between. */
async function draw(map, { sea = [], land, lines }) {
  const parts = [
    () => sea.length && map.addAreas(sea, "sea", { cut: true }),
    () => land.length && map.addAreas(land, "land", { cut: sea.length > 0 }),
    ...["provinces", "coast", "borders", "disputed"].map((kind) => () => lines[kind]?.length && map.addLines(lines[kind], kind)),
  ];
  const drawn = [];
  for (const draws of parts) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!map.container.isConnected) break; // the page has gone on to another query
    drawn.push(draws());
  }
  return drawn.filter(Boolean);
}

/** The browser knows the names of countries in the page's language. */
function countryNames(rows) {
  const names = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "region" });
  return rows.map(([code, lon, lat, size]) => ({ name: names.of(code), place: [lat, lon], size, dot: false }));
}

function chosen(map, countries, towns) {
  const [most, least] = [countriesShown(map.zoom()), citiesShown(map.zoom())];
  const candidates = [
    ...countries.filter(({ size }) => size <= most).sort((one, other) => one.size - other.size),
    ...towns.filter(({ size }) => size <= least),
  ];
  const placed = candidates.map((each) => ({ ...each, at: map.pixelOf(each.place) }));
  return withRoom(placed, map.extent(), map.occupied());
}
