import { WIDTH, HEIGHT, colour, halftone, line, picture, polygon, randomness, rect, round, shape, stars, times, circle } from "./kit.mjs";

/** The lower edge of the northern light. */
const auroraEdge = (x) => 238 - 62 * Math.sin(x / 170 + 0.6) - x * 0.06;

/** A ribbon of light, and the curtains that rise from it in dots. */
function aurora() {
  const ribbon = (low, high, fill) => {
    const [below, above] = [[], []];
    for (let x = -20; x <= 1220; x += 31) {
      below.push([x, auroraEdge(x) + low]);
      above.unshift([x, auroraEdge(x) + high - 16 * Math.sin(x / 70)]);
    }
    return polygon([...below, ...above], fill);
  };
  return (
    ribbon(26, -104, "#175566") +
    ribbon(10, -58, "#1f7f7a") +
    ribbon(-2, -26, "#2fa58c") +
    halftone([0, 0, WIDTH, 330], 16, "#8fe0c0", (x, y) => {
      const above = auroraEdge(x) - y;
      const fold = 0.5 + 0.5 * Math.sin(x / 30 + 1.4 * Math.sin(x / 90));
      return above < 0 ? 0 : 6.4 * Math.max(0, 1 - above / (90 + 150 * fold)) * (0.35 + 0.65 * fold);
    })
  );
}

function mountains() {
  return (
    shape("M0 470L90 380L150 420L260 300L330 380L420 330L520 430L640 380L760 450L880 440L1010 430L1100 370L1200 440V600H0z", "#3c5a8c") +
    shape("M260 300L330 380L300 392L276 360L250 404L216 372zM90 380L150 420L110 416L80 430L50 424z", colour.pale)
  );
}

/** The slope the vault is driven into; it falls from the right to the left. */
function slope() {
  return (
    shape("M0 600C160 560 320 560 520 520S900 380 1200 330V750H0z", "#b9cbe8") +
    shape("M0 640C220 600 420 610 600 588S980 500 1200 470V750H0z", "#dde7f5") +
    halftone([0, 470, WIDTH, HEIGHT], 17, "#9db4da", (x, y) => {
      const fall = y - (640 - x * 0.16);
      return Math.max(0, 5.4 * (1 - Math.abs(fall) / 90));
    }) +
    line("M120 612q90-14 190-10M700 470q110-34 210-58M930 560q90-24 190-36M60 700q120-16 220-10M860 690q120-20 250-20", "#9db4da", 4, {
      "stroke-linecap": "round",
    })
  );
}

/** The panel over the door: broken mirrors and prisms that throw back the polar light. */
function lightPanel(random, left, right, top, bottom) {
  const glints = ["#d9fff0", "#8fe0c0", "#bfe3de", "#5fd0b0", "#fffaf0", "#2b9a86"];
  let body = rect(left, top, right - left, bottom - top, "#2b9a86");
  for (let y = top; y < bottom - 2; y += 24) {
    for (let x = left; x < right - 2; x += 24) {
      const [w, h] = [Math.min(24, right - x), Math.min(24, bottom - y)];
      const pick = () => glints[Math.floor(random(0, 5.99))];
      const [a, b] =
        random() < 0.5
          ? [
              [
                [x, y],
                [x + w, y],
                [x, y + h],
              ],
              [
                [x + w, y],
                [x + w, y + h],
                [x, y + h],
              ],
            ]
          : [
              [
                [x, y],
                [x + w, y],
                [x + w, y + h],
              ],
              [
                [x, y],
                [x + w, y + h],
                [x, y + h],
              ],
            ];
      body += polygon(a, pick()) + polygon(b, pick());
    }
  }
  return body;
}

/** A narrow front, and behind it a long flank that runs back into the mountain. */
function wedge(random) {
  return (
    polygon(
      [
        [610, 168],
        [1060, 456],
        [1060, 520],
        [610, 640],
      ],
      "#5d6680",
    ) +
    polygon(
      [
        [610, 168],
        [1060, 456],
        [1030, 460],
        [610, 198],
      ],
      "#8a93aa",
    ) +
    line("M690 219V604M770 270V570M850 322V536M930 373V503", "#4a5370", 3) +
    rect(476, 160, 142, 486, "#a9b0c2") +
    rect(476, 160, 18, 486, "#c6ccda") +
    rect(600, 160, 18, 486, "#7d86a0") +
    lightPanel(random, 494, 600, 176, 372) +
    polygon(
      [
        [476, 160],
        [618, 160],
        [600, 176],
        [494, 176],
      ],
      "#dde3ee",
    ) +
    rect(494, 372, 106, 12, "#5d6680") +
    rect(512, 478, 70, 168, colour.ink) +
    rect(520, 488, 54, 158, "#39435d") +
    rect(545, 488, 4, 158, colour.ink) +
    rect(520, 452, 54, 16, colour.ochre) +
    circle(538, 572, 4, colour.ochre)
  );
}

function bridgeToDoor() {
  return (
    polygon(
      [
        [500, 646],
        [594, 646],
        [640, 750],
        [440, 750],
      ],
      "#6a7590",
    ) +
    polygon(
      [
        [500, 646],
        [440, 750],
        [424, 750],
        [492, 646],
      ],
      "#39435d",
    ) +
    polygon(
      [
        [594, 646],
        [640, 750],
        [656, 750],
        [602, 646],
      ],
      "#39435d",
    ) +
    times(
      4,
      (i) =>
        rect(round(496 - i * 20), 600 + i * 30, 5, 60 + i * 12, colour.ink) +
        rect(round(594 + i * 16), 600 + i * 30, 5, 60 + i * 12, colour.ink),
    ) +
    line("M498 602L436 692M598 602L648 692", colour.ink, 5)
  );
}

const drift = () =>
  shape("M618 646C700 610 830 570 940 500C1000 462 1100 430 1200 410V750H656z", "#eef4fb") +
  shape("M476 650C420 630 330 640 250 668S80 700 0 690V750H424z", "#eef4fb") +
  halftone([640, 470, WIDTH, HEIGHT], 17, "#b9cbe8", (x, y) => Math.max(0, 5.6 * ((y - 560 + (x - 640) * 0.22) / 230)));

export function vault() {
  const random = randomness(78);
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#122048") +
      rect(0, 300, WIDTH, 200, "#1d3266") +
      stars(random, 100, [0, 0, WIDTH, 400]) +
      aurora() +
      mountains() +
      slope() +
      wedge(random) +
      drift() +
      bridgeToDoor(),
  );
}
