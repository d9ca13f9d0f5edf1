/** The detailed base map, cut into squares: those that a view shows, each fetched and read once. */
import { kept } from "attest/map/files";
import { coastOf, decode } from "attest/map/topology";

const read = new Map();

function decoded(topology, url) {
  if (!read.has(url)) {
    const { land, lines } = decode(topology);
    const [west, south, east, north] = topology.bbox;
    const sea = [[[south, west], [south, east], [north, east], [north, west]]];
    read.set(url, { sea, land, lines: { ...lines, coast: coastOf(land, topology.bbox) }, names: topology.names });
  }
  return read.get(url);
}

/** The steps of a grid that touch a stretch. */
function* touching(first, last, width) {
  for (let at = Math.floor(first / width) * width; at < last; at += width) yield at;
}

/**
 * @param {string} address of the file that says where the squares are
 * @param {number[]} edges west, south, east and north of a view
 */
export async function squaresIn(address, [west, south, east, north]) {
  const { degrees, squares } = await kept(address);
  const columns = [...touching(Math.max(west, -180), Math.min(east, 180), degrees)];
  const names = [...touching(south, north, degrees)].flatMap((below) => columns.map((left) => `${left}_${below}`));
  const urls = names.filter((name) => squares[name]).map((name) => new URL(squares[name], new URL(address, location.href)).href);
  return Promise.all(urls.map(async (url) => decoded(await kept(url), url)));
}
