import {
  WIDTH,
  HEIGHT,
  circle,
  clip,
  clipped,
  colour,
  ellipse,
  group,
  halftone,
  line,
  picture,
  polygon,
  randomness,
  rect,
  shape,
  stars,
  times,
} from "./kit.mjs";

// The smaller lobe on the left, the neck, the larger lobe on the right.
const NUCLEUS =
  "M-20 800L-46 640L18 560L40 486L112 430L150 366L240 336L306 352L372 340L438 380L488 396L530 462" +
  "L536 530L574 590L612 622L656 616L690 560L700 486L736 424L800 384L850 372L898 330L976 340L1030 380" +
  "L1090 396L1120 452L1176 500L1178 566L1216 620L1216 800z";
const SHADE =
  "M1230 800V620L1150 650L1090 640L1040 684L970 676L930 708L850 694L800 660L746 670L700 640L664 656" +
  "L612 662L560 640L528 700L430 684L380 718L300 706L240 734L170 722L-40 790V800z";

const pit = (x, y, rx, ry) => ellipse(x, y, rx, ry, "#a9b1b4") + ellipse(x - rx * 0.06, y - ry * 0.2, rx * 0.92, ry * 0.8, "#4a5560");

function cliffs() {
  const cracks =
    "M112 430l34 56-14 44 46 34M306 352l-16 50 30 40-10 34M488 396l-48 60 10 52-46 40" +
    "M800 384l22 54-26 38M976 340l-22 64 40 46-10 56M1090 396l-34 70 34 52";
  return line(cracks, "#5c6872", 4, { "stroke-linejoin": "round" });
}

const boulder = (x, y, size) =>
  polygon(
    [
      [x - size, y + size],
      [x - size * 0.4, y - size * 0.5],
      [x + size * 0.6, y - size * 0.6],
      [x + size, y + size],
    ],
    "#2c343f",
  );

function nucleus(random) {
  const lit = "#a9b1b4";
  return clipped(
    "nucleus",
    shape(NUCLEUS, "#7f8a92") +
      polygon(
        [
          [-46, 640],
          [18, 560],
          [40, 486],
          [112, 430],
          [150, 366],
          [240, 336],
          [372, 340],
          [290, 420],
          [180, 450],
          [110, 540],
          [40, 600],
        ],
        lit,
      ) +
      polygon(
        [
          [690, 560],
          [700, 486],
          [736, 424],
          [800, 384],
          [898, 330],
          [976, 340],
          [900, 410],
          [810, 450],
          [760, 530],
          [730, 590],
        ],
        lit,
      ) +
      polygon(
        [
          [530, 462],
          [536, 530],
          [574, 590],
          [612, 622],
          [600, 680],
          [520, 620],
          [490, 540],
        ],
        "#4a5560",
      ) +
      cliffs() +
      pit(420, 470, 30, 11) +
      pit(250, 560, 46, 16) +
      pit(930, 520, 52, 19) +
      pit(1066, 566, 30, 12) +
      pit(840, 590, 26, 10) +
      pit(120, 640, 30, 11) +
      shape(SHADE, "#39434e") +
      halftone([0, 470, WIDTH, HEIGHT], 16, "#39434e", (x, y) => {
        const depth = (y - 490 - 40 * Math.sin(x / 190)) / 220;
        return Math.min(6, 6.4 * Math.max(0, depth));
      }) +
      times(24, () => boulder(random(20, 1180), random(520, 730), random(4, 10))),
  );
}

/** Gas and dust that stream off the neck, towards the top left. */
function jets() {
  const fan = (x, y, left, right, fill, opacity) => polygon([[x - 12, y], left, right, [x + 12, y]], fill, { opacity });
  return (
    fan(636, 622, [330, -40], [560, -40], colour.pale, 0.1) +
    fan(640, 622, [470, -40], [700, -40], colour.pale, 0.12) +
    fan(644, 622, [690, -40], [900, -40], colour.pale, 0.09) +
    halftone([300, 0, 960, 622], 16, "#bfe3de", (x, y) => {
      const up = (622 - y) / 622;
      const middle = 640 - up * 50;
      const across = Math.abs(x - middle) / (24 + up * 270);
      return 6 * Math.max(0, 1 - across) * (1 - up * 0.8) * (0.5 + 0.5 * Math.cos(across * 16) ** 2);
    })
  );
}

/** The lander: a drum clad in solar cells on three legs. */
function lander() {
  const leg = (x, y) =>
    line(`M0 30L${x} ${y}`, colour.cream, 8) +
    line(`M${x * 0.5} ${30 + (y - 30) * 0.5}L0 62`, colour.cream, 4) +
    shape(`M${x - 24} ${y + 14}q24-34 48 0z`, colour.red);
  const cells = (x, width, fill) =>
    rect(x, -78, width, 96, fill) +
    times(3, (i) => rect(x, -56 + i * 24, width, 2.4, colour.ink)) +
    rect(x + width / 2 - 1, -78, 2.4, 96, colour.ink);
  return (
    leg(96, 96) +
    leg(-96, 96) +
    polygon(
      [
        [-72, 18],
        [72, 18],
        [48, 46],
        [-48, 46],
      ],
      "#b9a98a",
    ) +
    cells(-78, 52, "#24398a") +
    cells(-26, 56, colour.blue) +
    cells(30, 48, "#24398a") +
    polygon(
      [
        [-78, -78],
        [-50, -100],
        [56, -100],
        [78, -78],
      ],
      colour.cream,
    ) +
    leg(8, 116) +
    rect(-40, -122, 30, 22, colour.ochre) +
    rect(14, -114, 22, 14, colour.red) +
    line("M50-100V-186M-58-94L-84-160", colour.cream, 4) +
    circle(50, -190, 7, colour.red) +
    circle(-84, -162, 5, colour.ochre)
  );
}

/** The orbiter, small and far off, with its two long wings of solar cells. */
function orbiter() {
  const wing = (x) => rect(x, -12, 96, 24, colour.blue) + times(5, (i) => rect(x + 15 + i * 16, -12, 2, 24, colour.deep));
  return (
    wing(-124) +
    wing(28) +
    rect(-28, -3, 56, 6, colour.cream) +
    rect(-18, -22, 36, 44, colour.cream) +
    rect(-18, 4, 36, 18, "#dccfb5") +
    ellipse(0, -34, 20, 12, colour.white) +
    circle(0, -34, 4, colour.red)
  );
}

export function comet() {
  const random = randomness(67);
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#0f2b38") +
      halftone([0, 0, WIDTH, 470], 18, "#1b4450", (x, y) => Math.max(0, 5.6 * (1 - Math.hypot(x - 1200, y) / 900))) +
      stars(random, 90, [0, 0, WIDTH, 520]) +
      jets() +
      nucleus(random) +
      group("translate(1010 150) rotate(-18)", orbiter()) +
      polygon(
        [
          [196, 372],
          [300, 386],
          [420, 360],
          [470, 396],
          [520, 470],
          [410, 430],
          [300, 404],
        ],
        "#5c6872",
      ) +
      group("translate(296 254) rotate(-3)", lander()),
    clip("nucleus", NUCLEUS),
  );
}
