import {
  WIDTH,
  HEIGHT,
  circle,
  clip,
  clipped,
  colour,
  dots,
  group,
  halftone,
  line,
  picture,
  polar,
  polygon,
  randomness,
  rect,
  ring,
  round,
} from "./kit.mjs";

const DISH = [430, 500, 560]; // middle and size: so near that the sheet cuts it
const MOULD = [560, 296];
const CLEAR = 236; // how far the mould holds the bacteria off

/** The zigzag in which a wire loop sowed the plate, as colonies along it. */
function streak(random) {
  const points = [];
  const corners = Array.from({ length: 18 }, (_, i) => [i % 2 ? 985 : -60, -50 + i * 52]);
  for (let i = 1; i < corners.length; i++) {
    const [[x0, y0], [x1, y1]] = [corners[i - 1], corners[i]];
    for (let along = 0; along < 1; along += 0.021) {
      points.push([x0 + (x1 - x0) * along + random(-6, 6), y0 + (y1 - y0) * along + random(-9, 9)]);
    }
  }
  return points;
}

/** Colonies: whole far from the mould, small and broken near the ring, none inside it. */
function colonies(random) {
  const [whole, broken] = [[], []];
  for (const [x, y] of streak(random)) {
    const fromMould = Math.hypot(x - MOULD[0], y - MOULD[1]);
    const fromEdge = DISH[2] - 56 - Math.hypot(x - DISH[0], y - DISH[1]);
    if (fromMould < CLEAR || fromEdge < 0 || x < -20 || y > HEIGHT + 20 || y < -20) continue;
    if (fromMould > CLEAR + 56) whole.push([x, y, random(5, 12)]);
    else if (random() > 0.35) broken.push([x, y, random(2, 5)]);
  }
  return dots(whole, colour.red) + dots(broken, "#d98a5a");
}

/** An uneven, lobed round, as a colony grows. */
function colony(size, lobes, fill) {
  const [x, y] = MOULD;
  return polygon(
    Array.from({ length: 60 }, (_, i) => {
      const angle = (i / 60) * 2 * Math.PI;
      const swell = 0.5 * Math.sin(angle * lobes + size) + 0.3 * Math.sin(angle * (lobes + 4));
      return polar(x, y, size * (1 + 0.09 * swell), angle);
    }),
    fill,
  );
}

/** Short strokes that radiate from the middle: threads at the rim, furrows within. */
function radiating(random, count, [inner, outer], stroke, width) {
  let d = "";
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI;
    const [x0, y0] = polar(...MOULD, random(...inner), angle);
    const [x1, y1] = polar(...MOULD, random(...outer) + 8 * Math.sin(angle * 5), angle + random(-0.06, 0.06));
    d += `M${Math.round(x0)} ${Math.round(y0)}L${Math.round(x1)} ${Math.round(y1)}`;
  }
  return line(d, stroke, width, { "stroke-linecap": "round" });
}

/** The mould: white threads at the rim, green with spores within. */
function mouldColony(random) {
  const spores = (count, reach) =>
    Array.from({ length: count }, () => [...polar(...MOULD, reach * Math.sqrt(random()), random(0, 2 * Math.PI)), random(2, 5)]);
  return (
    radiating(
      random,
      240,
      [
        [100, 110],
        [122, 152],
      ],
      colour.white,
      3.6,
    ) +
    colony(124, 5, colour.white) +
    colony(108, 5, colour.teal) +
    colony(78, 6, "#2b9a86") +
    radiating(
      random,
      30,
      [
        [22, 54],
        [80, 104],
      ],
      colour.deepTeal,
      4,
    ) +
    dots(spores(70, 96), colour.deepTeal) +
    dots(spores(60, 84), "#8fc7b4")
  );
}

/** The wire loop that sowed the plate, laid aside. */
const wireLoop = () =>
  group(
    "translate(1110 306) rotate(12)",
    line("M0 196V56", "#0a343b", 5, { transform: "translate(12 10)" }) +
      ring(12, 238, 32, "#0a343b", 6) +
      rect(-3, -300, 30, 320, "#0a343b", { rx: 12 }) +
      line("M0 196V10", colour.pale, 5) +
      ring(0, 228, 32, colour.pale, 6) +
      rect(-15, -310, 30, 320, colour.ochre, { rx: 12 }) +
      rect(-15, -310, 12, 320, "#f6d489", { rx: 6 }) +
      rect(-15, -20, 30, 12, colour.ink),
  );

/** The lid, lying glass side up in the corner. */
const lid = () =>
  circle(1176, 746, 190, "#0a343b") +
  circle(1160, 730, 190, "#3f8f92") +
  ring(1160, 730, 190, colour.ink, 7) +
  ring(1160, 730, 168, "#8fc7b4", 4) +
  line("M1020 664A155 155 0 0 1 1090 592", colour.white, 9, { "stroke-linecap": "round" });

export function mould() {
  const random = randomness(28);
  const [x, y, size] = DISH;
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#1d5f66") +
      halftone([690, 0, WIDTH, HEIGHT], 18, "#2a7d80", (px, py) => Math.max(0, 6 * ((px - 640) / 560) * (0.4 + 0.6 * (1 - py / HEIGHT)))) +
      circle(x + 30, y + 34, size, "#0a343b") +
      lid() +
      wireLoop() +
      circle(x, y, size, "#fff6e2") +
      ring(x, y, size, colour.ink, 9) +
      circle(x, y, size - 38, "#f0d9a4") +
      clipped(
        "agar",
        halftone([0, 0, 980, HEIGHT], 18, "#e5c684", (px, py) =>
          Math.max(0, 5.4 * (Math.hypot(px - MOULD[0], py - MOULD[1]) / size - 0.4)),
        ),
      ) +
      ring(x, y, size - 38, colour.ink, 3) +
      circle(...MOULD, CLEAR - 14, "#fbeecb") +
      ring(...MOULD, CLEAR - 14, "#e5c684", 3) +
      colonies(random) +
      mouldColony(random) +
      line("M34 214A500 500 0 0 1 180 66", "#fff", 14, { "stroke-linecap": "round" }),
    clip("agar", `M${x - 522} ${y}a522 522 0 1 1 1044 0a522 522 0 1 1-1044 0z`),
  );
}
