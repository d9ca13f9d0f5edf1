/** The base map: land, coast, borders and names from our own files; finer ones once somebody looks closely. */
import { citiesShown, countriesShown, withRoom } from "attest/map/labels";
import { coastOf, decode } from "attest/map/topology";

const CLOSE = 5;

/** @param {string} url @param {AbortSignal} [signal] */
export async function fetchJson(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: "application/json, application/geo+json" } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

const answers = new Map();

/** What a file holds, fetched and read once however often a map starts anew; asked again after a failure. */
function kept(url) {
  if (!answers.has(url)) answers.set(url, fetchJson(url).catch((error) => (answers.delete(url), Promise.reject(error))));
  return answers.get(url);
}

/**
 * @param {import("attest/map/adapter").OpenMap} map
 * @param {{world: string, detail: string, cities: string}} files addresses
 */
export async function drawBase(map, { world, detail, cities }) {
  const topology = await kept(world);
  const countries = countryNames(topology.names);
  let towns = [];
  let drawn = await drawTopology(map, topology);
  map.container.dataset.based = "";

  const label = () => map.setLabels(chosen(map, countries, towns));
  const lookClosely = async () => {
    if (map.zoom() < CLOSE) return;
    map.off("zoomend", lookClosely);
    const [finer, places] = await Promise.all([kept(detail), kept(cities)]);
    if (!map.container.isConnected) return;
    const coarse = drawn;
    drawn = await drawTopology(map, finer);
    coarse.forEach((layer) => layer.remove());
    towns = places.map(([name, lon, lat, size]) => ({ name, place: [lat, lon], size, dot: true }));
    label();
  };
  if (!map.container.isConnected) return;
  map.on("moveend", label);
  map.on("zoomend", lookClosely);
  label();
  await lookClosely();
}

/** Draws one kind of line after the other, so that the page can answer in between. */
async function drawTopology(map, topology) {
  const { land, lines } = decode(topology);
  const parts = [
    () => map.addLand(land),
    () => map.addLines(lines.provinces ?? [], "provinces"),
    () => map.addLines(coastOf(land), "coast"),
    () => map.addLines(lines.borders, "borders"),
    () => map.addLines(lines.disputed, "disputed"),
  ];
  const drawn = [];
  for (const draw of parts) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!map.container.isConnected) break; // the page has gone on to another query
    drawn.push(draw());
  }
  return drawn;
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
