import {
  WIDTH,
  HEIGHT,
  circle,
  colour,
  ellipse,
  group,
  halftone,
  line,
  picture,
  polygon,
  randomness,
  rect,
  ripples,
  shape,
  times,
} from "./kit.mjs";

const WATER = 520;

/** The bell tower: brick shaft, white belfry, green spire. */
function campanile() {
  return (
    rect(-46, -330, 92, 330, colour.brick) +
    rect(14, -330, 32, 330, "#8b3222") +
    line("M-24-320V0M0-320V0M24-320V0", "#8b3222", 4) +
    rect(-54, -342, 108, 14, colour.cream) +
    rect(-46, -398, 92, 58, colour.cream) +
    times(4, (i) => shape(`M${-38 + i * 20} -344v-30a8 8 0 0 1 16 0v30z`, colour.ink)) +
    rect(-54, -408, 108, 12, colour.white) +
    rect(-44, -446, 88, 40, colour.brick) +
    rect(14, -446, 30, 40, "#8b3222") +
    polygon(
      [
        [-48, -446],
        [48, -446],
        [0, -552],
      ],
      "#23806f",
    ) +
    polygon(
      [
        [10, -446],
        [48, -446],
        [0, -552],
      ],
      "#155c50",
    ) +
    line("M0-552v-22", colour.ink, 3) +
    circle(0, -576, 6, colour.ochre)
  );
}

const archWindow = (x, y, width, height, glass = colour.ink) =>
  shape(
    `M${x} ${y}v${-height}q0-${width * 0.5} ${width / 2}-${width * 0.95}q${width / 2} ${width * 0.45} ${width / 2} ${width * 0.95}v${height}z`,
    colour.white,
  ) +
  shape(
    `M${x + 5} ${y}v${-height + 2}q0-${width * 0.35} ${width / 2 - 5}-${width * 0.7}q${width / 2 - 5} ${width * 0.35} ${width / 2 - 5} ${width * 0.7}v${height - 2}z`,
    glass,
  );

/** A palace on the canal: rows of pointed windows, a loggia, a water door. */
function palace({ x, width, height, wall, shade, bays, lit }) {
  const step = (width - 40) / bays;
  const row = (y, tall, index) =>
    times(bays, (i) =>
      archWindow(x + 20 + i * step + (step - 36) / 2, y, 36, tall, lit.includes(index * 10 + i) ? colour.ochre : colour.ink),
    );
  const top = WATER - height;
  return (
    rect(x, top, width, height, wall) +
    rect(x - 8, top - 14, width + 16, 16, colour.cream) +
    times(Math.floor(width / 22), (i) => rect(x + 4 + i * 22, top - 30, 10, 16, colour.cream)) +
    row(top + 124, 52, 0) +
    rect(x, top + 124, width, 9, colour.cream) +
    row(top + 252, 64, 1) +
    rect(x, top + 252, width, 9, colour.cream) +
    times(Math.floor(width / 14), (i) => rect(x + 4 + i * 14, top + 232, 4, 22, colour.cream)) +
    rect(x, WATER - 46, width, 46, shade) +
    times(bays, (i) =>
      i % 2 ? "" : shape(`M${x + 20 + i * step + 8} ${WATER}v-70a${step / 2 - 8} ${step / 2 - 8} 0 0 1 ${step - 16} 0v70z`, colour.ink),
    )
  );
}

const domedChurch = () =>
  rect(468, WATER - 186, 96, 186, colour.cream) +
  shape(`M462 ${WATER - 184}c0-96 108-96 108 0z`, "#8fb5b8") +
  shape(`M516 ${WATER - 256}c54 4 54 72 54 72h-40z`, "#6c979c") +
  rect(508, WATER - 286, 16, 32, colour.cream) +
  circle(516, WATER - 292, 6, colour.ochre);

function farBank() {
  const houses = [
    [392, 60, 96],
    [452, 74, 130],
    [526, 56, 84],
    [582, 50, 112],
    [748, 64, 104],
    [806, 60, 134],
    [700, 50, 88],
  ];
  return (
    domedChurch() +
    houses
      .map(
        ([x, w, h], i) =>
          rect(x, WATER - h, w, h, ["#d98a5a", "#c9704a", "#e3a06c"][i % 3]) + rect(x - 3, WATER - h - 8, w + 6, 10, colour.brick),
      )
      .join("") +
    houses
      .map(([x, w, h]) =>
        times(
          Math.floor(w / 22),
          (i) =>
            rect(x + 8 + i * 20, WATER - h + 22, 9, 18, colour.ink) +
            (h > 100 ? rect(x + 8 + i * 20, WATER - h + 58, 9, 18, colour.ink) : ""),
        ),
      )
      .join("")
  );
}

const mooringPole = (x, y, height) =>
  rect(x, y - height, 16, height, colour.white) +
  times(Math.floor(height / 32), (i) =>
    polygon(
      [
        [x, y - height + 24 + i * 32],
        [x + 16, y - height + 8 + i * 32],
        [x + 16, y - height + 24 + i * 32],
        [x, y - height + 40 + i * 32],
      ],
      colour.red,
    ),
  ) +
  circle(x + 8, y - height - 4, 11, colour.ochre);

/** The black boat with its iron comb, and the rower seen from behind. */
function gondola() {
  return (
    ellipse(20, 46, 330, 12, "#0a3a42") +
    line("M196-104L40 76", "#7a4a22", 6) +
    polygon(
      [
        [30, 84],
        [52, 46],
        [64, 56],
        [44, 92],
      ],
      "#7a4a22",
    ) +
    shape("M-330-70C-318-14-250 42-120 44H150C260 42 320-10 352-92C316-36 240 2 140 4H-130C-230 2-288-30-312-84z", "#12162e") +
    shape("M-330-70l-18-34 8-22 26 4 10 40z", "#8d99a8") +
    line("M-344-104h-22M-340-92h-20M-336-80h-18", "#8d99a8", 6) +
    shape("M-90 6c4-44 100-44 116 0z", colour.red) +
    rect(-96, -2, 128, 10, colour.ochre) +
    line("M352-92q10-18 2-30", "#12162e", 8, { "stroke-linecap": "round" }) +
    // the rower
    polygon(
      [
        [206, 4],
        [216, -56],
        [246, -56],
        [256, 2],
        [238, 2],
        [231, -36],
        [224, 4],
      ],
      colour.ink,
    ) +
    polygon(
      [
        [208, -54],
        [206, -118],
        [254, -120],
        [250, -54],
      ],
      colour.white,
    ) +
    times(4, (i) => rect(207, -110 + i * 15, 45, 6, colour.blue)) +
    line("M212-112L186-84M248-112L204-96", colour.white, 13, { "stroke-linecap": "round" }) +
    circle(230, -134, 15, "#7a4a22") +
    ellipse(230, -144, 30, 7, colour.sand) +
    rect(214, -158, 32, 14, colour.sand) +
    rect(214, -149, 32, 5, colour.red)
  );
}

export function venice() {
  const random = randomness(53);
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#f6cf8f") +
      rect(0, 300, WIDTH, 240, "#f3b87a") +
      rect(0, 420, WIDTH, 120, "#ec9a68") +
      halftone([0, 0, WIDTH, 430], 18, "#f0a862", (x, y) => Math.max(0, 6 * (y / 420) * (0.6 + 0.4 * Math.sin(x / 200 + 1)))) +
      circle(600, 392, 92, colour.red) +
      farBank() +
      group(`translate(686 ${WATER}) scale(.86)`, campanile()) +
      rect(0, WATER, WIDTH, HEIGHT - WATER, colour.teal) +
      halftone([0, WATER, WIDTH, HEIGHT], 16, colour.deepTeal, (x, y) => Math.max(0, 5.6 * ((y - WATER) / 230))) +
      ripples(random, 46, [330, WATER + 6, 880, HEIGHT], [40, 190], ["#f3b87a", colour.red, "#8fc7b4"]) +
      ripples(random, 40, [0, WATER + 10, WIDTH, HEIGHT], [50, 220], ["#2f9d9b", colour.deepTeal]) +
      palace({ x: -60, width: 400, height: 400, wall: "#c8503a", shade: "#8b2f22", bays: 5, lit: [3, 12, 13] }) +
      palace({ x: 860, width: 420, height: 352, wall: "#eab3a0", shade: "#b8705f", bays: 5, lit: [1, 10] }) +
      rect(0, WATER - 4, WIDTH, 6, colour.deepTeal) +
      mooringPole(372, 640, 190) +
      mooringPole(330, 664, 226) +
      mooringPole(1080, 650, 200) +
      mooringPole(1130, 680, 236) +
      group("translate(640 640)", gondola()),
  );
}
