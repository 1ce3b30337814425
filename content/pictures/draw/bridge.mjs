import { WIDTH, HEIGHT, circle, colour, halftone, line, picture, polygon, randomness, rect, ripples, round, shape, times } from "./kit.mjs";

const SEA = 590;
const PYLONS = [372, 828];
const TOP = 96;

/** The deck rises gently to the middle of the strait. */
const deckAt = (x) => 486 + ((x - 600) / 600) ** 2 * 26;

function deckCurve(offset, from = -20, to = 1220) {
  let d = "";
  for (let x = from; x <= to; x += 62) d += `${d ? "L" : "M"}${x} ${round(deckAt(x) + offset)}`;
  return d;
}

/** Cables in the shape of a harp: all parallel, from the pylon down to the deck. */
function cables(pylon, shift, stroke, width) {
  let d = "";
  for (let i = 1; i <= 10; i++) {
    const reach = i * 21.5;
    const height = deckAt(pylon) - 26 - i * 33;
    for (const side of [-1, 1]) {
      const foot = pylon + side * reach;
      d += `M${pylon + shift} ${round(height)}L${round(foot + shift)} ${round(deckAt(foot) - 4)}`;
    }
  }
  return line(d, stroke, width);
}

const leg = (x, fill, shade) =>
  polygon(
    [
      [x - 9, TOP],
      [x + 9, TOP],
      [x + 15, SEA + 4],
      [x - 15, SEA + 4],
    ],
    fill,
  ) +
  polygon(
    [
      [x + 3, TOP],
      [x + 9, TOP],
      [x + 15, SEA + 4],
      [x + 5, SEA + 4],
    ],
    shade,
  );

const footing = (x) =>
  polygon(
    [
      [x - 50, SEA + 16],
      [x - 36, SEA - 12],
      [x + 62, SEA - 12],
      [x + 78, SEA + 16],
    ],
    "#12162e",
  );

/** Road above, rails below, a truss between. */
function deck() {
  let truss = "";
  for (let x = -20; x < 1220; x += 31) {
    truss += `${truss ? "L" : "M"}${x} ${round(deckAt(x) + (truss.split("L").length % 2 ? 6 : 38))}`;
  }
  return (
    line(deckCurve(38), colour.ink, 7) +
    train() +
    line(truss, colour.ink, 4.5, { "stroke-linejoin": "round" }) +
    line(deckCurve(2), colour.ink, 12) +
    line(deckCurve(-7), "#f4ecdc", 3)
  );
}

function train() {
  return times(5, (i) => {
    const x = 470 + i * 66;
    return rect(x, deckAt(x + 30) + 13, 62, 20, colour.cream, { rx: 4 }) + rect(x + 6, deckAt(x + 30) + 17, 50, 6, colour.ink);
  });
}

function traffic() {
  return [70, 140, 260, 300, 452, 530, 690, 742, 905, 1010, 1130]
    .map((x, i) =>
      rect(x, deckAt(x) - 17, i % 3 ? 17 : 32, i % 3 ? 9 : 13, [colour.red, colour.cream, colour.blue, colour.cream][i % 4], { rx: 2 }),
    )
    .join("");
}

function piers() {
  return [44, 154, 264, 600 + 336, 600 + 446, 600 + 556]
    .map((x) =>
      polygon(
        [
          [x - 9, deckAt(x) + 40],
          [x + 9, deckAt(x) + 40],
          [x + 13, SEA + 6],
          [x - 13, SEA + 6],
        ],
        "#232a52",
      ),
    )
    .join("");
}

function dawn() {
  const bands = [
    ["#27346f", 0, 170],
    ["#5a4a86", 160, 120],
    ["#a65d84", 270, 100],
    ["#e0746a", 360, 90],
    ["#f0a062", 440, 80],
    ["#f6cf8f", 510, 90],
  ];
  return (
    bands.map(([fill, y, height]) => rect(0, y, WIDTH, height, fill)).join("") +
    halftone([0, 0, WIDTH, 362], 17, "#e0746a", (x, y) => Math.max(0, 6.2 * ((y - 10) / 350) ** 1.2))
  );
}

const birds = () =>
  line("M196 150q14-14 26 0q12-14 26 0M262 190q10-10 19 0q9-10 19 0M150 206q9-9 17 0q8-9 17 0", colour.cream, 4, {
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  });

const coaster = () =>
  shape("M80 646h150l-18 26H100z", colour.ink) +
  rect(92, 622, 34, 26, colour.cream) +
  rect(98, 606, 12, 18, colour.red) +
  times(4, (i) => rect(136 + i * 20, 632, 17, 16, i % 2 ? colour.red : colour.ochre));

export function bridge() {
  const random = randomness(83);
  return picture(
    dawn() +
      circle(600, 560, 118, colour.red) +
      circle(600, 560, 92, colour.ochre) +
      birds() +
      shape(`M0 ${SEA}V566C120 548 260 556 380 570S560 582 640 580 900 560 1010 564 1150 556 1200 560V${SEA}z`, "#8a4a78") +
      rect(0, SEA, WIDTH, HEIGHT - SEA, "#27346f") +
      halftone([0, SEA + 4, WIDTH, HEIGHT], 16, "#172152", (x, y) => Math.max(0, 6.2 * ((y - SEA) / 170))) +
      ripples(random, 44, [430, SEA + 4, 770, HEIGHT], [50, 240], [colour.ochre, colour.red, "#f6cf8f"]) +
      ripples(random, 40, [0, SEA + 8, WIDTH, HEIGHT], [40, 180], ["#5a4a86", "#a65d84"]) +
      PYLONS.map((x) => cables(x, 28, "#3c3366", 2.8) + leg(x + 28, "#4a3f78", "#3c3366")).join("") +
      piers() +
      PYLONS.map(footing).join("") +
      deck() +
      traffic() +
      PYLONS.map((x) => leg(x, colour.ink, "#0d1424") + cables(x, 0, colour.cream, 3)).join("") +
      PYLONS.map((x) => circle(x, TOP - 8, 5, colour.red) + circle(x + 28, TOP - 8, 4, colour.red)).join("") +
      coaster(),
  );
}
