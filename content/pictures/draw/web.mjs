import { WIDTH, HEIGHT, circle, clip, clipped, colour, group, halftone, line, picture, rect, shape, times } from "./kit.mjs";

const SCREEN = "M112 84Q600 40 1088 84Q1118 350 1088 612Q600 656 112 612Q82 350 112 84z";
const GREEN = "#7fe0a8";
const DIM = "#2f7a5c";

/** A page of the early web: a title, lines of text, and words that lead elsewhere. */
function page({ x, y, width, rows, links, main }) {
  const ink = main ? colour.ochre : GREEN;
  const height = 44 + rows * 20;
  const text = times(rows, (row) => {
    const long = width - 40 - ((row * 37 + width) % 70);
    const link = links.includes(row);
    const rest = long * 0.7 - 66; // of the line, behind the link
    const gap = rest < 16 ? 66 + Math.max(0, rest) : 66;
    return (
      rect(20, 42 + row * 20, long, 7, main ? "#8a6c34" : DIM) +
      (link
        ? rect(20 + long * 0.3, 38 + row * 20, gap, 18, "#0e211c") +
          rect(24 + long * 0.3, 41 + row * 20, 58, 9, ink) +
          rect(24 + long * 0.3, 53 + row * 20, 58, 3, ink)
        : "")
    );
  });
  return group(
    `translate(${x} ${y})`,
    rect(0, 0, width, height, "#0e211c", { stroke: ink, "stroke-width": 3.5 }) +
      rect(0, 0, width, 24, ink) +
      rect(10, 8, 8, 8, "#0e211c") +
      rect(28, 10, width * 0.42, 5, "#0e211c") +
      text,
  );
}

const PAGES = [
  { x: 476, y: 226, width: 250, rows: 9, links: [1, 4, 7], main: true },
  { x: 186, y: 124, width: 176, rows: 5, links: [2] },
  { x: 826, y: 122, width: 196, rows: 5, links: [3] },
  { x: 160, y: 396, width: 196, rows: 6, links: [1, 4] },
  { x: 842, y: 372, width: 178, rows: 7, links: [2, 5] },
  { x: 520, y: 96, width: 150, rows: 2, links: [] },
  { x: 516, y: 522, width: 170, rows: 2, links: [0] },
];

/** A link: from a word to the page it names, by right angles. */
const link = (d, stroke = GREEN) => line(d, stroke, 3, { "stroke-linejoin": "round" });

/** The place on a page's edge where links arrive. */
const port = ([x, y], stroke) => circle(x, y, 8, "#0e211c", { stroke, "stroke-width": 3.5 });

function links() {
  const fromHere = "M476 300H420V180H362M726 300H776V190H826M476 400H416V470H356M726 400H784V450H842M600 226V180M600 450V522";
  const others = "M250 268V396M926 266V372M362 152H440V132H520M826 152H740V132H670M356 540H436V566H516M842 520H770V566H686";
  const outward = "M186 180H60M1022 180H1160M160 470H40M1020 480H1160";
  return link(others + outward) + link(fromHere, colour.ochre);
}

function ports() {
  const here = [
    [476, 300],
    [726, 300],
    [476, 400],
    [726, 400],
    [600, 226],
    [600, 450],
    [362, 180],
    [826, 190],
    [356, 470],
    [842, 450],
    [600, 180],
    [600, 522],
  ];
  const others = [
    [250, 396],
    [926, 372],
    [362, 152],
    [826, 152],
    [520, 132],
    [670, 132],
    [356, 540],
    [516, 566],
    [842, 520],
    [686, 566],
    [250, 268],
    [926, 266],
    [186, 180],
    [1022, 180],
    [160, 470],
    [1020, 480],
  ];
  return others.map((at) => port(at, GREEN)).join("") + here.map((at) => port(at, colour.ochre)).join("");
}

/** The arrow of a mouse, in steps, as screens drew it. */
function pointer() {
  const d = "M0 0V66L16 52L28 80L42 74L30 47H52z";
  return group("translate(640 330)", shape(d, colour.white, { stroke: "#0e211c", "stroke-width": 5 }));
}

function scanLines() {
  let d = "";
  for (let y = 60; y < 650; y += 8) d += `M80 ${y}h1040`;
  return line(d, "#000", 2.4, { opacity: 0.28 });
}

function casing() {
  return (
    rect(0, 0, WIDTH, HEIGHT, "#d8cbb0") +
    halftone([0, 560, WIDTH, HEIGHT], 16, "#bfb091", (x, y) => Math.max(0, 5.4 * ((y - 560) / 190))) +
    rect(0, 0, WIDTH, 14, "#ece3cf") +
    shape("M64 40Q600-6 1136 40Q1172 350 1136 656Q600 704 64 656Q28 350 64 40z", "#b3a587") +
    shape("M82 58Q600 14 1118 58Q1150 350 1118 638Q600 684 82 638Q50 350 82 58z", colour.ink) +
    rect(940, 704, 92, 20, "#b3a587") +
    rect(944, 706, 84, 14, "#ece3cf") +
    circle(1066, 713, 9, colour.red) +
    times(9, (i) => rect(150 + i * 22, 702, 10, 26, "#a2946f"))
  );
}

export function web() {
  return picture(
    casing() +
      clipped(
        "screen",
        rect(60, 30, 1080, 640, "#0e211c") +
          halftone([70, 40, 1130, 660], 17, "#173a30", (x, y) => Math.max(0, 6.4 * (1 - Math.hypot((x - 600) * 0.72, y - 350) / 420))) +
          links() +
          PAGES.map(page).join("") +
          ports() +
          line("M166 586l18 12-18 12", GREEN, 6) +
          rect(196, 584, 20, 28, GREEN) +
          pointer() +
          scanLines(),
      ) +
      line("M150 118Q260 96 372 88", "#fff", 10, { "stroke-linecap": "round", opacity: 0.3 }),
    clip("screen", SCREEN),
  );
}
