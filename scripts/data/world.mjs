// Makes frontend/data/world.json: the land of the Earth as an array of SVG paths, one for each piece with its
// lakes, on a sheet of 360 by 180 where x = longitude + 180 and y = 90 - latitude. One decimal, 11 km, is as
// fine as the source. Antarctica is left out: no port lies there, and it would take a fifth of the height.

import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const { arcs, objects, transform } = createRequire(import.meta.url)("world-atlas/land-110m.json");
const target = new URL("../../frontend/data/world.json", import.meta.url);

const SOUTHERNMOST = 150; // y of 60 degrees south
const PER_DEGREE = 10;
const SHEET = 360 * PER_DEGREE;

// TopoJSON: whole numbers, each from the one before; https://github.com/topojson/topojson-specification
function decoded(arc) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    const longitude = x * transform.scale[0] + transform.translate[0];
    const latitude = y * transform.scale[1] + transform.translate[1];
    return [longitude + 180, 90 - latitude].map((at) => Math.round(at * PER_DEGREE));
  });
}

const lines = arcs.map(decoded);
// A negative number names an arc to be walked backwards.
const line = (index) => (index < 0 ? [...lines[~index]].reverse() : lines[index]);
const differs = ([x, y], [otherX, otherY]) => x !== otherX || y !== otherY;
const differing = (points) => points.filter((point, at) => at === 0 || differs(point, points[at - 1]));

// What reaches over the edge of the sheet goes on beyond it, instead of jumping to the other side.
function unrolled(points) {
  let shift = 0;
  return points.map(([x, y], at) => {
    const [before] = points[Math.max(at - 1, 0)];
    if (Math.abs(x - before) > SHEET / 2) shift += x < before ? SHEET : -SHEET;
    return [x + shift, y];
  });
}

// Sutherland and Hodgman, for one upright edge: what lies on the side that `sign` names.
function cut(points, edge, sign) {
  const within = ([x]) => (x - edge) * sign >= 0;
  return points.flatMap((point, at) => {
    const before = points[(at + points.length - 1) % points.length];
    if (within(point) === within(before)) return within(point) ? [point] : [];
    const share = (edge - before[0]) / (point[0] - before[0]);
    const crossing = [edge, Math.round(before[1] + share * (point[1] - before[1]))];
    return within(point) ? [crossing, point] : [crossing];
  });
}

// A ring as one piece, or as the pieces on both edges of the sheet.
function rings(indices) {
  const points = unrolled(indices.flatMap(line));
  return [-SHEET, 0, SHEET]
    .map((shift) => points.map(([x, y]) => [x + shift, y]))
    .map((shifted) => differing(cut(cut(shifted, 0, 1), SHEET, -1)))
    .filter((piece) => piece.length > 3);
}

const number = (tenths) => String(tenths / PER_DEGREE).replace(/^(-?)0\./, "$1.");
const joined = (numbers) => numbers.map(number).reduce((text, next) =>
  text + (text === "" || next.startsWith("-") ? "" : " ") + next, "");

function step([fromX, fromY], [x, y]) {
  if (y === fromY) return `h${number(x - fromX)}`;
  if (x === fromX) return `v${number(y - fromY)}`;
  return `l${joined([x - fromX, y - fromY])}`;
}

function path(points) {
  const [first, ...rest] = differs(points[0], points.at(-1)) ? points : points.slice(0, -1);
  let before = first;
  let text = `M${joined(first)}`;
  for (const point of rest) {
    if (Math.abs(point[0] - before[0]) > 90 * PER_DEGREE) throw new Error(`a line across the sheet at ${before}`);
    const next = step(before, point);
    // A letter that repeats is understood: "l1 2l3 4" is "l1 2 3 4".
    const same = next[0] === "l" && /l[^hvlM]*$/.test(text);
    text += same ? (next[1] === "-" ? "" : " ") + next.slice(1) : next;
    before = point;
  }
  return `${text}z`;
}

const pieces = objects.land.geometries
  .flatMap(({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs))
  .map((polygon) => polygon.flatMap(rings))
  .filter(([shore]) => shore?.some(([, y]) => y < SOUTHERNMOST * PER_DEGREE))
  .map((shores) => shores.map(path).join(""));

writeFileSync(target, `${JSON.stringify(pieces).replaceAll('","', '",\n"')}\n`);
console.log(`${pieces.length} pieces of land`);
