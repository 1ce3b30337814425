import { WIDTH, HEIGHT, circle, colour, ellipse, halftone, line, picture, polygon, randomness, rect, round, shape, times } from "./kit.mjs";

const PIERS = [-40, 345, 735, 1120]; // left edges
const PIER = 120;
const CREST = 556; // the level of the water that beats on the gates

function stormSky(random) {
  const cloud = (x, y, width, fill) => times(9, (i) => circle(x + (width * i) / 8, y - random(0, 34), random(30, 62), fill));
  return (
    rect(0, 0, WIDTH, HEIGHT, "#8e9db5") +
    cloud(-40, 60, 560, "#5c6a87") +
    cloud(640, 40, 620, "#5c6a87") +
    cloud(300, 10, 560, "#465370") +
    halftone([0, 0, WIDTH, 360], 17, "#2f3b56", (x, y) => Math.max(0, 6.6 * (1 - y / 350) * (0.6 + 0.4 * Math.sin(x / 150 + 2))))
  );
}

/** A concrete tower: lit from the left, with marks that count the metres of water. */
function pier(x) {
  return (
    rect(x, 150, PIER, 620, "#d9d3c4") +
    rect(x, 150, 26, 620, colour.cream) +
    rect(x + PIER - 30, 150, 30, 620, "#a39d92") +
    polygon(
      [
        [x - 14, 150],
        [x + PIER + 14, 150],
        [x + PIER + 14, 128],
        [x - 14, 128],
      ],
      colour.ink,
    ) +
    rect(x + 14, 84, PIER - 28, 46, "#39435d") +
    rect(x + 24, 96, 22, 20, colour.ochre) +
    rect(x + 52, 96, 22, 20, "#5c6a87") +
    times(7, (i) => rect(x + 46, 330 + i * 34, i % 2 ? 18 : 30, 7, i % 2 ? colour.ink : colour.red))
  );
}

/** A steel gate between two piers: ribs, and an arched truss that carries the load. */
function gate(x, width, top, fill, shade) {
  const bottom = 640;
  const ribs = times(7, (i) => rect(x, top + 18 + i * 44, width, 6, shade));
  const arch = `M${x} ${top + 84}Q${x + width / 2} ${top - 8} ${x + width} ${top + 84}`;
  const struts = times(7, (i) => {
    const t = (i + 1) / 8;
    const y = top + 84 - 2 * t * (1 - t) * 92;
    return line(`M${round(x + width * t)} ${round(y)}V${bottom}`, shade, 6);
  });
  return (
    rect(x, top, width, bottom - top, fill) +
    ribs +
    struts +
    line(arch, colour.cream, 10) +
    rect(x, top - 12, width, 16, colour.ink) +
    rect(x + width * 0.18, 150, 14, top - 150, "#39435d") +
    rect(x + width * 0.82 - 14, 150, 14, top - 150, "#39435d")
  );
}

function roadway() {
  return (
    rect(0, 226, WIDTH, 40, colour.cream) +
    rect(0, 258, WIDTH, 12, colour.ink) +
    rect(0, 206, WIDTH, 4, colour.ink) +
    times(41, (i) => rect(i * 30, 206, 4, 22, colour.ink))
  );
}

/** A row of seas that lean to the right and break, each with a cap of foam that drips. */
function sea(random, y, width, height, shift, fill, foam) {
  const at = (x, points) => points.map(([px, py]) => `${round(x + px * width)} ${round(y - py * height)}`);
  let d = `M-400 ${HEIGHT}V${y}`;
  let caps = "";
  let drops = "";
  for (let x = -400 + shift; x < WIDTH; x += width) {
    const [foot, back, brow, top, lip, toe, end] = at(x, [
      [0, 0],
      [0.42, 0.1],
      [0.52, 1],
      [0.74, 1],
      [0.7, 1],
      [0.7, 0],
      [1, 0],
    ]);
    d += `L${foot}C${back} ${brow} ${top}C${lip} ${toe} ${end}`;
    const cap = at(x, [
      [0.33, 0.3],
      [0.5, 0.6],
      [0.59, 1.02],
      [0.74, 1.04],
      [0.84, 1.05],
      [0.9, 0.9],
      [0.86, 0.7],
      [0.81, 0.86],
      [0.755, 0.7],
      [0.71, 0.86],
      [0.665, 0.64],
      [0.61, 0.74],
      [0.575, 0.5],
      [0.5, 0.56],
    ]);
    caps += `M${cap[0]}C${cap.slice(1, 4).join(" ")}C${cap.slice(4, 7).join(" ")}`;
    caps += `Q${cap[7]} ${cap[8]}Q${cap[9]} ${cap[10]}Q${cap[11]} ${cap[12]}Q${cap[13]} ${cap[0]}z`;
    drops += times(5, () => circle(x + width * random(0.84, 1), y - height * random(0.55, 1.1), random(2.5, 6), foam));
  }
  return shape(`${d}V${HEIGHT}z`, fill) + shape(caps, foam) + drops;
}

/** Spray thrown up where a sea meets a pier: a white mound below, fine drops above. */
function spray(random, x, y, size) {
  const mound = times(9, (i) =>
    circle(x - 84 + i * 21, y - 56 * Math.sin((Math.PI * (i + 1)) / 10), 20 + 12 * Math.sin((Math.PI * i) / 8), colour.white),
  );
  const drops = times(44, () => {
    const reach = random(0.3, 1);
    const angle = -Math.PI / 2 + random(-0.8, 0.8);
    return circle(
      x + Math.cos(angle) * reach * size,
      y + Math.sin(angle) * reach * size,
      2 + 9 * (1 - reach) * random(0.5, 1),
      colour.white,
    );
  });
  return ellipse(x, y, 96, 52, colour.white) + mound + drops;
}

/** What a pier darkens of the gate to its right. */
const shadow = (x) => rect(x + PIER, 318, 24, 330, "#3a0d0a", { opacity: 0.35 });

export function gates() {
  const random = randomness(19);
  return picture(
    stormSky(random) +
      gate(-320, 285, 330, "#c8402a", "#8b2513") +
      gate(80, 265, 330, "#c8402a", "#8b2513") +
      gate(465, 270, 330, colour.red, "#a5301c") +
      gate(855, 265, 330, "#c8402a", "#8b2513") +
      roadway() +
      PIERS.map(shadow).join("") +
      PIERS.map(pier).join("") +
      spray(random, 405, 560, 210) +
      spray(random, 795, 560, 230) +
      sea(random, CREST + 44, 300, 88, 40, "#0d4a52", colour.pale) +
      sea(random, CREST + 104, 390, 100, 210, "#1f6f78", colour.white) +
      sea(random, CREST + 164, 350, 80, 60, "#123a52", colour.white) +
      halftone([0, 690, WIDTH, HEIGHT], 16, "#0a2438", (x, y) => Math.max(0, 6 * ((y - 680) / 70))),
  );
}
