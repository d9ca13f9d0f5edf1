/** Chooses the names that have room on the map: larger places first, none over another or over a mark. */

const CHARACTER = 6.6;
const LINE = 16;

const around = ({ x, y }, half, tall) => ({ left: x - half, right: x + half, top: y - tall, bottom: y + tall });

/**
 * @param {{name: string, at: {x: number, y: number}, size: number}[]} candidates in order of importance
 * @param {{x: number, y: number}} extent width and height of the view
 * @param {{at: {x: number, y: number}, size: number}[]} marks
 */
export function withRoom(candidates, extent, marks) {
  const taken = marks.map(({ at, size }) => around(at, size / 2, size / 2));
  return candidates.filter(({ name, at, dot }) => {
    const half = (name.length * CHARACTER) / 2;
    const shift = dot ? half + 6 : 0;
    const place = around({ x: at.x + shift, y: at.y }, half, LINE / 2);
    if (place.left < 0 || place.right > extent.x || place.top < 0 || place.bottom > extent.y) return false;
    const free = taken.every(
      (other) =>
        place.right < other.left || place.left > other.right || place.bottom < other.top || place.top > other.bottom,
    );
    if (free) taken.push(place);
    return free;
  });
}

/** The largest size class (0 largest) whose names a zoom level shows; below 0 none. */
export const countriesShown = (zoom) => Math.floor(zoom - 1.5);
export const citiesShown = (zoom) => Math.floor(zoom - 4.5);
