import {
  WIDTH,
  HEIGHT,
  circle,
  clip,
  clipped,
  colour,
  group,
  halftone,
  line,
  picture,
  polygon,
  randomness,
  rect,
  shape,
  times,
  round,
} from "./kit.mjs";

const LENGTH = 760;
const BEAM = 112;
const BOXES = [colour.red, colour.ochre, colour.cream, "#2f9d9b", colour.blue, "#c8402a", "#8fc7b4", "#e79d3c"];

const UPPER_BANK = "M0 214C200 190 380 220 600 204S980 176 1200 196";
const LOWER_BANK = "M0 566C220 588 420 556 640 574S1000 590 1200 560";

function canal() {
  return (
    rect(0, 0, WIDTH, HEIGHT, colour.blue) + shape(`${UPPER_BANK}V0H0z`, colour.sand) + shape(`${LOWER_BANK}V${HEIGHT}H0z`, colour.sand)
  );
}

/** The stone that lines the water. */
const embankment = (bank) => line(bank, "#b99a63", 26) + line(bank, "#d9bf8c", 12);

function sand(random) {
  const grains = (top, bottom, densest) =>
    halftone([0, top, WIDTH, bottom], 17, "#cfb27c", (x, y) =>
      Math.max(0, 5.4 * (1 - Math.abs(y - densest) / 160) * (0.55 + 0.45 * Math.sin(x / 150 + y / 60))),
    );
  const ridge = (y, long, high, from) =>
    line(`M${from} ${y}q${long / 2} ${-high} ${long} 0${`t${long} 0`.repeat(Math.ceil(1300 / long))}`, "#d3b681", 4);
  return (
    grains(0, 184, 10) +
    grains(604, HEIGHT, 740) +
    [
      [18, 120],
      [44, 96],
      [72, 134],
      [640, 110],
      [668, 128],
      [698, 100],
      [728, 140],
    ]
      .map(([y, long], i) => ridge(y, long, 20 - (i % 3) * 4, -10 - i * 23))
      .join("")
  );
}

function water(random) {
  let d = "";
  for (let i = 0; i < 70; i++) {
    const [x, y] = [random(-40, 1160), random(240, 545)];
    d += `M${Math.round(x)} ${Math.round(y)}q14-9 28 0t28 0`;
  }
  return (
    halftone([0, 215, WIDTH, 570], 16, "#24398a", (x, y) => Math.max(0, 5 * (1 - Math.min(y - 210, 575 - y) / 110))) +
    line(d, "#5f7cf0", 3, { "stroke-linecap": "round" })
  );
}

/** Rows of boxes across the deck, bay by bay, in the colours of their owners. */
function containers(random) {
  const across = 8;
  const size = (BEAM - 16) / across;
  let body = "";
  for (let bay = 0; bay < 19; bay++) {
    if (bay === 5) continue; // the bridge stands here
    const x = -LENGTH / 2 + 62 + bay * 32;
    for (let row = 0; row < across; row++) {
      if (random() < 0.05) continue;
      const fill = BOXES[Math.floor(random(0, BOXES.length - 0.01))];
      body += `<path d="M${x} ${round(-BEAM / 2 + 8 + row * size)}h28v${round(size - 1.6)}h-28z" fill="${fill}"/>`;
    }
  }
  return body;
}

function containerShip(random) {
  const [end, half] = [LENGTH / 2, BEAM / 2];
  const hull = `M${-end} ${-half + 14}q4-14 20-14H${end - 130}C${end - 60} ${-half} ${end - 18} -26 ${end} 0C${end - 18} 26 ${end - 60} ${half} ${end - 130} ${half}H${-end + 20}q-16 0-20-14z`;
  const bridge = -end + 62 + 5 * 32;
  return (
    group("translate(16 26)", shape(hull, "#0d1a55", { opacity: 0.55 })) +
    shape(hull, "#1d5f4a") +
    shape(hull, "none", { stroke: colour.ink, "stroke-width": 5 }) +
    rect(-end + 14, -half + 8, 44, BEAM - 16, "#39435d") +
    circle(-end + 36, 0, 12, colour.ink) +
    containers(random) +
    rect(bridge - 1, -half - 10, 28, BEAM + 20, colour.white) +
    rect(bridge + 15, -half - 10, 11, BEAM + 20, colour.ink) +
    line(`M${end - 100} -14H${end - 40}M${end - 100} 14H${end - 40}`, "#8fc7b4", 3) +
    circle(end - 66, 0, 9, colour.ochre)
  );
}

function tug(x, y, turn, fill) {
  return group(
    `translate(${x} ${y}) rotate(${turn})`,
    line("M-40 0q-50-12-90-34M-40 0q-50 12-90 34", "#cfdaf0", 4, { "stroke-linecap": "round", opacity: 0.8 }) +
      shape("M-40-17H14q26 4 34 17q-8 13-34 17h-54q-6-17 0-34z", fill, { stroke: colour.ink, "stroke-width": 4 }) +
      rect(-14, -10, 26, 20, colour.white) +
      rect(4, -10, 8, 20, colour.ink) +
      circle(-26, 0, 5, colour.ink),
  );
}

/** One digger at the bow, as small as it was. */
function digger(x, y) {
  return group(
    `translate(${x} ${y})`,
    rect(-28, -22, 50, 9, colour.ink) +
      rect(-28, 14, 50, 9, colour.ink) +
      rect(-24, -15, 42, 30, colour.ochre) +
      rect(-2, -11, 18, 14, colour.ink) +
      line("M-10 4L-52 20L-78 50", colour.ochre, 9, { "stroke-linejoin": "round" }) +
      polygon(
        [
          [-92, 46],
          [-70, 56],
          [-80, 74],
          [-100, 62],
        ],
        colour.ink,
      ),
  );
}

const waitingShip = (x, y, turn, fill) =>
  group(
    `translate(${x} ${y}) rotate(${turn})`,
    shape("M-70-19H46q26 6 36 19q-10 13-36 19h-116q-6-19 0-38z", fill, { stroke: colour.ink, "stroke-width": 4 }) +
      rect(-60, -13, 16, 26, colour.white) +
      times(5, (i) => rect(-36 + i * 18, -12, 14, 24, i % 2 ? colour.ochre : colour.cream)),
  );

export function ship() {
  const random = randomness(61);
  return picture(
    canal() +
      sand(random) +
      clipped("water", water(random)) +
      embankment(UPPER_BANK) +
      embankment(LOWER_BANK) +
      line("M-10 128C200 110 420 136 620 118S1000 92 1210 112", "#a88c58", 20) +
      line("M-10 128C200 110 420 136 620 118S1000 92 1210 112", colour.cream, 2.4, { "stroke-dasharray": "22 18" }) +
      waitingShip(96, 400, 2, "#24398a") +
      waitingShip(1112, 368, 182, colour.red) +
      group("translate(600 388) rotate(-33) scale(1.06)", containerShip(random)) +
      shape("M834 184q40-46 96-36q52 10 70 46q-40-6-62 8q-40 26-104 -18z", "#c4a468") +
      shape("M176 580c40-16 86-2 112 28c16 20 44 26 54 52c-50 22-118 8-146-22c-18-18-28-34-20-58z", "#c4a468") +
      tug(452, 296, -20, colour.red) +
      tug(742, 500, 160, colour.ochre) +
      tug(330, 430, -30, colour.ochre) +
      digger(1010, 150),
    clip("water", `${UPPER_BANK}L1200 560C1000 590 860 592 640 574S220 588 0 566z`),
  );
}
