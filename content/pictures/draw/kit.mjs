// The common vocabulary of the drawings: one sheet size, one palette, flat shapes, halftone dots.

export const WIDTH = 1200;
export const HEIGHT = 750;

export const colour = {
  ink: "#182033",
  blue: "#3353d1",
  deep: "#16224a",
  red: "#e0482e",
  brick: "#a8402c",
  ochre: "#e8b04a",
  teal: "#1f7f7a",
  deepTeal: "#0d4a52",
  cream: "#f4ecdc",
  pale: "#cfdaf0",
  sky: "#9fb2ff",
  sand: "#e9dcc0",
  white: "#fffaf0",
};

export const round = (number) => +number.toFixed(1);

/** The numbers from 0 up to `count`, for drawing repeated things. */
export const times = (count, draw) => Array.from({ length: count }, (_, i) => draw(i)).join("");

/** A repeatable source of random numbers: the same seed draws the same picture again. */
export function randomness(seed) {
  let state = seed;
  return (from = 0, to = 1) => {
    state = (state * 16807) % 2147483647;
    return from + ((to - from) * state) / 2147483647;
  };
}

function attributes(values) {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? +value.toFixed(2) : value}"`)
    .join("");
}

export const rect = (x, y, width, height, fill, more = {}) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${attributes(more)}/>`;

export const circle = (x, y, radius, fill, more = {}) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"${attributes(more)}/>`;

export const ellipse = (x, y, rx, ry, fill, more = {}) =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${attributes(more)}/>`;

export const shape = (d, fill, more = {}) => `<path d="${d}" fill="${fill}"${attributes(more)}/>`;

export const line = (d, stroke, width, more = {}) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${attributes(more)}/>`;

export const ring = (x, y, radius, stroke, width, more = {}) => circle(x, y, radius, "none", { stroke, "stroke-width": width, ...more });

export const group = (transform, body) => `<g transform="${transform}">${body}</g>`;

export const clipped = (id, body) => `<g clip-path="url(#${id})">${body}</g>`;

export const clip = (id, d) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`;

/** An outline through points, closed: for shape(). */
export const outline = (points) => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}z`;

export const polygon = (points, fill, more) => shape(outline(points), fill, more);

export const polar = (x, y, radius, angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];

/** Dots as round-capped points of zero length: one path for each size, to keep the file small. */
export function dots(points, stroke) {
  const sizes = new Map();
  for (const [x, y, radius] of points) {
    const size = Math.round(radius * 2);
    if (size < 2) continue;
    if (!sizes.has(size)) sizes.set(size, { d: "", x: 0, y: 0 });
    const path = sizes.get(size);
    const [dx, dy] = [Math.round(x) - path.x, Math.round(y) - path.y];
    path.d += `m${dx}${dy < 0 ? "" : " "}${dy}h0`;
    path.x += dx;
    path.y += dy;
  }
  const paths = [...sizes].map(([size, { d }]) => `<path stroke-width="${size}" d="${d}"/>`);
  return `<g stroke="${stroke}" stroke-linecap="round">${paths.join("")}</g>`;
}

/** A halftone screen over a box; `radiusAt` gives the size of the dot at a place. */
export function halftone([left, top, right, bottom], step, stroke, radiusAt) {
  const points = [];
  for (let y = top, row = 0; y < bottom; y += step * 0.866, row++) {
    for (let x = left + (row % 2 ? step / 2 : 0); x < right; x += step) {
      points.push([x, y, radiusAt(x, y)]);
    }
  }
  return dots(points, stroke);
}

export function stars(random, count, [left, top, right, bottom], fill = colour.cream) {
  return times(count, () =>
    circle(random(left, right), random(top, bottom), random(0.8, 2.3), fill, {
      opacity: round(random(0.35, 1)),
    }),
  );
}

/** Short level strokes: light on water. */
export function ripples(random, count, [left, top, right, bottom], length, strokes) {
  return strokes
    .map((stroke, i) => {
      let d = "";
      for (let k = i; k < count; k += strokes.length) {
        const y = top + ((bottom - top) * k) / count;
        const size = random(...length);
        d += `M${Math.round(random(left, right - size))} ${round(y)}h${Math.round(size)}`;
      }
      return line(d, stroke, 2.4);
    })
    .join("");
}

export const picture = (body, definitions = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">` +
  (definitions ? `<defs>${definitions}</defs>` : "") +
  `${body}</svg>\n`;
