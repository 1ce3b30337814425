import {
  WIDTH,
  HEIGHT,
  circle,
  colour,
  group,
  halftone,
  line,
  outline,
  picture,
  polar,
  polygon,
  randomness,
  rect,
  shape,
  stars,
} from "./kit.mjs";

const SIZE = 58; // of one mirror segment, from its middle to a corner
const TALL = SIZE * Math.sqrt(3);
const GOLDS = ["#e8b04a", "#f0c269", "#dc9d35", "#f6d489"];

const hexagon = (x, y, size) => [0, 1, 2, 3, 4, 5].map((corner) => polar(x, y, size, (corner * Math.PI) / 3));

/** The eighteen segments: columns of 3, 4, 4 (the middle is open), 4 and 3. */
function segmentPlaces() {
  const places = [];
  [3, 4, 5, 4, 3].forEach((count, column) => {
    for (let i = 0; i < count; i++) {
      const [x, y] = [(column - 2) * SIZE * 1.5, (i - (count - 1) / 2) * TALL];
      if (x || y) places.push([x, y]);
    }
  });
  return places;
}

function segment([x, y], i) {
  const [a, b, c, d] = hexagon(x, y, SIZE - 3);
  return polygon(hexagon(x, y, SIZE - 3), GOLDS[(i * 7 + 3) % 3]) + polygon([d, [x, y], a, b, c], GOLDS[3], { opacity: 0.42 });
}

function secondaryMirror() {
  const arms = [-90, 60, 120].map((angle) => polar(0, 0, angle < 0 ? 246 : 228, (angle * Math.PI) / 180));
  return (
    arms.map(([x, y]) => line(`M0 0L${x.toFixed(1)} ${y.toFixed(1)}`, colour.ink, 9)).join("") +
    arms.map(([x, y]) => line(`M0 0L${x.toFixed(1)} ${y.toFixed(1)}`, colour.cream, 3)).join("") +
    polygon(hexagon(0, 0, 46), colour.ink) +
    circle(0, 0, 28, colour.cream) +
    circle(0, 0, 17, GOLDS[0])
  );
}

function mirror() {
  const places = segmentPlaces();
  const backing = places.map(([x, y]) => outline(hexagon(x, y, SIZE + 5))).join("");
  return (
    group("translate(14 14)", shape(backing, "#000", { opacity: 0.28 })) +
    shape(backing + outline(hexagon(0, 0, SIZE)), colour.ink) +
    places.map(segment).join("") +
    secondaryMirror()
  );
}

/** Five sheets stretched to a kite, seen from a little above; the mirror stands on them. */
function sunshield() {
  const sheets = ["#4d3f7a", "#7767a8", "#a394cc", "#cfc4e6", colour.cream];
  const kite = (fill, i) => {
    const [drop, wide] = [(4 - i) * 14, 500 - (4 - i) * 24];
    return polygon(
      [
        [-wide, drop - 14],
        [-190, drop - 62],
        [190, drop - 62],
        [wide, drop - 14],
        [0, drop + 46],
      ],
      fill,
    );
  };
  return (
    sheets.map(kite).join("") +
    polygon(
      [
        [-190, -62],
        [190, -62],
        [0, 46],
      ],
      "#fbe3ae",
    ) +
    polygon(
      [
        [-190, -62],
        [0, 46],
        [-500, -14],
      ],
      colour.white,
    ) +
    polygon(
      [
        [-46, -92],
        [46, -92],
        [70, -34],
        [-70, -34],
      ],
      colour.ink,
    )
  );
}

/** A star as Webb sees it: six long points, and a short pair across. */
function webbStar(x, y, size, fill) {
  const points = [];
  for (let i = 0; i < 12; i++) {
    points.push(polar(x, y, i % 2 ? size * 0.09 : size, Math.PI / 6 + (i * Math.PI) / 6));
  }
  return polygon(points, fill) + line(`M${x - size * 0.42} ${y}h${size * 0.84}`, fill, 2) + circle(x, y, size * 0.16, fill);
}

function nebula() {
  const cliffs = (d, fill) => shape(`${d}V${HEIGHT}H0z`, fill);
  return (
    cliffs(
      "M0 470C60 430 110 500 170 470S250 560 330 540 430 640 520 610 690 660 760 600 900 610 960 540 1060 560 1110 480 1170 470 1200 430",
      "#5a2348",
    ) +
    cliffs("M0 560C70 520 120 590 190 570S300 650 380 630 560 690 640 660 820 690 900 630 1010 640 1070 580 1150 590 1200 540", "#8e2f44") +
    cliffs("M0 660C80 620 150 680 230 660S420 720 520 700 760 730 860 690 1010 700 1080 660 1160 650 1200 640", colour.red) +
    halftone([0, 420, WIDTH, HEIGHT], 17, "#e8854a", (x, y) => {
      const edge = Math.abs(x - 600) / 600;
      return 6.2 * Math.max(0, (y - 640 + 190 * edge) / 220) * (0.75 + 0.25 * Math.sin(x / 60));
    })
  );
}

export function webb() {
  const random = randomness(43);
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#231a45") +
      halftone([0, 0, WIDTH, 430], 18, "#3d2f73", (x, y) => Math.max(0, 5.4 * (1 - Math.abs(y - 80 - x * 0.14) / 240))) +
      stars(random, 110, [0, 0, WIDTH, 560]) +
      nebula() +
      webbStar(196, 190, 96, colour.white) +
      webbStar(1010, 300, 74, "#ffd9c2") +
      webbStar(1092, 96, 44, colour.pale) +
      webbStar(92, 400, 38, colour.ochre) +
      webbStar(330, 70, 30, colour.pale) +
      group("translate(600 636)", sunshield()) +
      group("translate(600 306)", mirror()),
  );
}
