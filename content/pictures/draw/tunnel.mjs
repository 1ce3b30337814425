import { WIDTH, HEIGHT, circle, clip, clipped, colour, halftone, line, picture, polygon, rect, ring, round, shape, times } from "./kit.mjs";

const MOUNTAIN =
  "M-10 760V430L90 350L150 372L262 210L318 262L380 214L560 60L640 148L690 122L820 250L876 226L1010 340L1080 322L1210 430V760z";
const STRATA = [
  ["#8a5a48", 250, 0.7],
  ["#a8705a", 320, 0.5],
  ["#6f4a4a", 390, 0.9],
  ["#93604c", 450, 0.6],
  ["#583b46", 520, 0.8],
  ["#7a4f48", 590, 0.5],
  ["#463242", 660, 0.7],
];

/** Beds of rock, folded as the mountains rose. */
function stratum(fill, y, fold) {
  let d = `M-10 ${HEIGHT + 10}V${y}`;
  for (let x = -10; x <= 1230; x += 40) {
    const bend = 60 * Math.sin(x / 150 + y / 260) * fold + 26 * Math.sin(x / 61 + y / 40) * fold - 70 * Math.exp(-(((x - 580) / 260) ** 2));
    d += `L${x} ${round(y + bend)}`;
  }
  return shape(`${d}V${HEIGHT + 10}z`, fill);
}

function mountain() {
  return clipped(
    "rock",
    rect(0, 0, WIDTH, HEIGHT, "#b98a6c") +
      STRATA.map((bed) => stratum(...bed)).join("") +
      shape(
        "M262 210L318 262L380 214L560 60L640 148L690 122L820 250L876 226L900 246L860 270L820 262L770 300L716 220L690 232L650 196L610 262L560 190L500 226L460 280L420 250L350 310L310 290L262 320L220 290z",
        colour.white,
      ) +
      shape("M560 60L640 148L690 122L820 250L770 300L716 220L690 232L650 196L610 262L580 150z", "#cfd6e6") +
      halftone([0, 300, WIDTH, HEIGHT], 17, "#332636", (x, y) => {
        const side = Math.abs(x - 600) / 600;
        return Math.max(0, 5.6 * ((y - 330) / 420) * (0.35 + 0.75 * side));
      }),
  );
}

/** One tube in section: rock bolts, lining, and the railway in it. */
function tube(x, y, inside) {
  return (
    times(11, (i) => {
      const angle = -Math.PI * (0.06 + 0.088 * i); // bolts hold the roof only
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return line(`M${round(x + 150 * cos)} ${round(y + 150 * sin)}L${round(x + 180 * cos)} ${round(y + 180 * sin)}`, "#d9d3c4", 4);
    }) +
    circle(x, y, 160, colour.ink) +
    circle(x, y, 152, "#d9d3c4") +
    circle(x, y, 132, "#232b45") +
    clipped(x < 600 ? "left" : "right", inside)
  );
}

function track(x, y) {
  return (
    rect(x - 140, y + 84, 280, 60, "#8d8797") +
    polygon(
      [
        [x - 20, y + 40],
        [x + 20, y + 40],
        [x + 74, y + 140],
        [x - 74, y + 140],
      ],
      "#39435d",
    ) +
    times(4, (i) => rect(x - 34 - i * 10, y + 86 + i * 12, 68 + i * 20, 5, "#8d8797")) +
    line(`M${x - 10} ${y + 40}L${x - 44} ${y + 140}M${x + 10} ${y + 40}L${x + 44} ${y + 140}`, colour.pale, 5)
  );
}

/** The empty tube, with its lamps running off to a point. */
function emptyTube(x, y) {
  return (
    [104, 76, 50, 28].map((size, i) => ring(x, y + 6 + (3 - i) * 2, size, ["#39435d", "#465373", "#586892", "#7488b8"][i], 7)).join("") +
    track(x, y) +
    circle(x, y + 14, 14, colour.cream) +
    [1, 0.72, 0.5]
      .map((s) => circle(x - 92 * s, y - 46 * s + 6, 9 * s, colour.ochre) + circle(x + 92 * s, y - 46 * s + 6, 9 * s, colour.ochre))
      .join("")
  );
}

/** The other, with a train in it, seen head on. */
function trainTube(x, y) {
  return (
    halftone([x - 132, y - 132, x + 132, y + 132], 14, "#e8b04a", (px, py) =>
      Math.max(0, 6 * (1 - Math.abs(Math.hypot(px - x, py - y) - 40) / 100)),
    ) +
    track(x, y) +
    shape(
      `M${x - 76} ${y + 96}V${y - 30}Q${x - 70} ${y - 84} ${x} ${y - 88}Q${x + 70} ${y - 84} ${x + 76} ${y - 30}V${y + 96}z`,
      colour.white,
    ) +
    shape(
      `M${x - 58} ${y - 24}Q${x - 52} ${y - 66} ${x} ${y - 68}Q${x + 52} ${y - 66} ${x + 58} ${y - 24}L${x + 46} ${y + 10}H${x - 46}z`,
      colour.ink,
    ) +
    rect(x - 76, y + 28, 152, 40, colour.red) +
    polygon(
      [
        [x - 76, y + 96],
        [x + 76, y + 96],
        [x + 60, y + 114],
        [x - 60, y + 114],
      ],
      "#39435d",
    ) +
    circle(x - 52, y + 48, 13, "#fff3c9") +
    circle(x + 52, y + 48, 13, "#fff3c9") +
    circle(x, y - 78, 6, "#fff3c9") +
    line(`M${x - 34} ${y - 92}L${x} ${y - 112}L${x + 34} ${y - 92}M${x - 44} ${y - 112}H${x + 44}`, "#8d8797", 5)
  );
}

/** The way between the tubes: a refuge every few hundred metres, a door at either end. */
function crossPassage() {
  return (
    rect(476, 570, 248, 96, colour.ink) +
    rect(476, 578, 248, 80, "#d9d3c4") +
    rect(476, 590, 248, 56, "#2c3552") +
    rect(476, 634, 248, 12, "#8d8797") +
    times(3, (i) => rect(546 + i * 44, 590, 20, 5, colour.ochre)) +
    rect(520, 596, 14, 38, "#2b9a86") +
    rect(666, 596, 14, 38, "#2b9a86")
  );
}

const disc = (id, x, y, r) => clip(id, `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1-${2 * r} 0z`);

export function tunnel() {
  const [left, right, level] = [352, 848, 556];
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#bcd0e8") +
      halftone([0, 0, WIDTH, 430], 18, "#8fabd2", (x, y) => Math.max(0, 4.8 * (1 - y / 400))) +
      circle(1030, 130, 62, colour.red) +
      mountain() +
      crossPassage() +
      tube(left, level, trainTube(left, level)) +
      tube(right, level, emptyTube(right, level)),
    clip("rock", MOUNTAIN) + disc("left", left, level, 132) + disc("right", right, level, 132),
  );
}
