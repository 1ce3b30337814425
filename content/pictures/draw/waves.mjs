import { WIDTH, HEIGHT, circle, colour, dots, picture, polar, randomness, rect, ring, stars, line, round } from "./kit.mjs";

const CENTRE = [600, 372];
const ANGLE = -0.5; // of the line through the two holes
const WAVELENGTH = 150;

/** 1 on the crest of the two-armed spiral that a pair of circling masses sends out, 0 between. */
function crest(radius, angle) {
  const phase = 2 * (angle - ANGLE) + (2 * Math.PI * radius) / WAVELENGTH;
  return Math.max(0, Math.cos(phase)) ** 0.75;
}

/** Dots set on rings round the pair, swelling with the wave. */
function waveDots(inner, outer, step, stroke, largest) {
  const points = [];
  for (let radius = inner, turn = 0; radius < outer; radius += step, turn++) {
    const count = Math.round((2 * Math.PI * radius) / step);
    for (let i = 0; i < count; i++) {
      const angle = ((i + (turn % 2) / 2) / count) * 2 * Math.PI;
      const [x, y] = polar(...CENTRE, radius, angle);
      if (x < -8 || y < -8 || x > WIDTH + 8 || y > HEIGHT + 8) continue;
      points.push([x, y, crest(radius, angle) * largest(radius)]);
    }
  }
  return dots(points, stroke);
}

function blackHole(distance, angle, radius) {
  const [x, y] = polar(...CENTRE, distance, angle);
  return (
    circle(x, y, radius + 13, colour.ochre) +
    circle(x, y, radius + 6, "#fff3c9") +
    circle(x, y, radius, "#0b0d1e") +
    ring(x, y, radius + 22, colour.ochre, 2)
  );
}

/** The last turns of the orbit: a line that closes in on the hole it belongs to. */
function inspiral(distance, angle) {
  let d = "";
  for (let i = 0; i <= 60; i++) {
    const [x, y] = polar(...CENTRE, distance + i * 1.15, angle - i * 0.085);
    d += `${i ? "L" : "M"}${round(x)} ${round(y)}`;
  }
  return line(d, colour.red, 5, { "stroke-linecap": "round" });
}

export function waves() {
  const random = randomness(37);
  const fade = (radius) => 7.6 * (1 - radius / 1500);
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#161a3a") +
      stars(random, 46, [0, 0, WIDTH, HEIGHT], "#6f7fd8") +
      waveDots(468, 760, 15, "#4a5fdc", fade) +
      waveDots(313, 468, 14.5, "#7f95ff", fade) +
      waveDots(198, 313, 13, "#cfdaf0", fade) +
      circle(...CENTRE, 182, "#10132c") +
      inspiral(84, ANGLE) +
      inspiral(100, ANGLE + Math.PI) +
      blackHole(84, ANGLE, 76) +
      blackHole(100, ANGLE + Math.PI, 58),
  );
}
