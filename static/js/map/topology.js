/** Reads the TopoJSON of the base map into lines of [lat, lon]. */

/** Every arc, decoded: whole steps from the position before, scaled to degrees. */
function arcsOf({ arcs, transform }) {
  const [across, up] = transform.scale;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [y * up, x * across];
    });
  });
}

/**
 * @returns {{land: number[][][][], lines: Object<string, number[][][]>}} polygons with their rings, and lines by name
 */
export function decode(topology) {
  const arcs = arcsOf(topology);
  const { land = { arcs: [] }, ...rest } = topology.objects;
  const lines = Object.entries(rest).map(([name, { arcs: parts }]) => [name, parts.map(([index]) => arcs[index])]);
  return {
    land: land.arcs.map((rings) => rings.map(([index]) => arcs[index])),
    lines: Object.fromEntries(lines),
  };
}

const DATE_LINE = 179.8;
const SOUTH_EDGE = -85;
const WHOLE = [-180, -90, 180, 90];
const NEAR = 1e-6;

const isCut = ([south, west], [north, east]) =>
  (Math.abs(west) > DATE_LINE && Math.abs(east) > DATE_LINE) || (south < SOUTH_EDGE && north < SOUTH_EDGE);

/** Whether a line goes along a side of a box; sums of steps are not quite where the side is. */
const along = ([left, below, right, above], [south, west], [north, east]) =>
  [left, right].some((side) => Math.abs(west - side) < NEAR && Math.abs(east - side) < NEAR) ||
  [below, above].some((side) => Math.abs(south - side) < NEAR && Math.abs(north - side) < NEAR);

/**
 * The coast: the rings of the land without the edges where the map itself is cut, east, west and south, and where it was
 * cut into boxes.
 */
export function coastOf(land, box = WHOLE) {
  const coast = [];
  for (const ring of land.flat()) {
    let line = [ring[0]];
    for (let index = 1; index < ring.length; index += 1) {
      if (isCut(ring[index - 1], ring[index]) || along(box, ring[index - 1], ring[index])) {
        coast.push(line);
        line = [];
      }
      line.push(ring[index]);
    }
    coast.push(line);
  }
  return coast.filter((line) => line.length > 1);
}
