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
  stars,
  times,
} from "./kit.mjs";

const PAD = [600, 640];

/** The climb, as a long exposure shows it: one line across the sky. */
function climb() {
  return (
    line("M-20 560C90 380 260 150 560-30", colour.ochre, 4, { "stroke-linecap": "round" }) +
    line("M-20 560C90 380 260 150 560-30", "#fff3c9", 1.6)
  );
}

function glow() {
  return halftone([180, 240, 1020, 700], 17, colour.ochre, (x, y) => {
    const distance = Math.hypot((x - 600) * 0.82, y - 600);
    return Math.min(7, 7.4 * Math.max(0, 1 - distance / 330));
  });
}

function landingPad() {
  const [x, y] = PAD;
  return (
    ellipse(x, y + 26, 470, 74, "#0d1024") +
    ellipse(x, y + 12, 470, 74, "#3a4160") +
    ellipse(x, y + 12, 390, 58, "none", { stroke: colour.cream, "stroke-width": 9 }) +
    ellipse(x, y + 12, 240, 35, colour.ochre, { opacity: 0.9 }) +
    ellipse(x, y + 10, 190, 26, "#fff3c9") +
    times(9, (i) => {
      const angle = Math.PI * (0.08 + (i * 0.84) / 8);
      return circle(x + 440 * Math.cos(angle), y + 12 + 66 * Math.sin(angle), 5, colour.red);
    })
  );
}

function flame() {
  return (
    shape("M566 520C548 580 540 612 600 660C660 612 652 580 634 520z", colour.red) +
    shape("M576 520C564 570 562 600 600 640C638 600 636 570 624 520z", colour.ochre) +
    shape("M586 520C580 560 580 586 600 616C620 586 620 560 614 520z", "#fffdf4")
  );
}

function smoke(random) {
  const bank = (side, fill, reach, size) =>
    times(15, (i) => {
      const out = i / 14;
      return circle(
        600 + side * (66 + out * reach),
        652 - random(0, 20 + 46 * Math.sin(out * Math.PI)),
        size * (0.55 + 0.6 * Math.sin(out * 2.6 + 0.3)) * random(0.8, 1.15),
        fill,
      );
    });
  return [-1, 1].map((side) => bank(side, "#4a4f78", 330, 46) + bank(side, "#8d83a0", 270, 34) + bank(side, "#f0c79a", 160, 22)).join("");
}

function leg(side) {
  const out = (x) => 600 + side * x;
  return (
    polygon(
      [
        [out(40), 404],
        [out(52), 404],
        [out(150), 622],
        [out(132), 628],
      ],
      colour.ink,
    ) +
    polygon(
      [
        [out(40), 520],
        [out(50), 510],
        [out(146), 606],
        [out(132), 622],
      ],
      "#3a4160",
    ) +
    polygon(
      [
        [out(46), 420],
        [out(58), 420],
        [out(146), 600],
        [out(140), 612],
      ],
      colour.cream,
    ) +
    rect(out(142) - 28, 620, 56, 12, colour.cream)
  );
}

function booster() {
  const fin = (side) =>
    group(
      `translate(${600 + side * 46} 172)`,
      rect(side > 0 ? 0 : -56, -15, 56, 30, "#5f6da6") +
        line(side > 0 ? "M12-15v30M26-15v30M40-15v30M0 0h56" : "M-12-15v30M-26-15v30M-40-15v30M0 0h-56", colour.pale, 2.6),
    );
  return (
    rect(554, 96, 92, 432, colour.cream) +
    rect(554, 96, 26, 432, colour.white) +
    rect(618, 96, 28, 432, "#cbbfa6") +
    rect(554, 92, 92, 58, "#4a5580") +
    rect(618, 92, 28, 58, "#343d62") +
    rect(554, 92, 26, 58, "#5f6da6") +
    rect(554, 238, 92, 9, colour.red) +
    rect(554, 254, 92, 4, colour.red) +
    rect(554, 432, 92, 96, "#39435d") +
    rect(618, 432, 28, 96, "#262e46") +
    halftone([558, 440, 646, 530], 12, colour.ochre, (x, y) => Math.max(0, 4.2 * ((y - 436) / 90))) +
    rect(582, 150, 4, 282, "#b9a98a") +
    polygon(
      [
        [562, 528],
        [638, 528],
        [628, 546],
        [572, 546],
      ],
      colour.ink,
    ) +
    fin(-1) +
    fin(1)
  );
}

function shore(random) {
  return (
    rect(0, 566, WIDTH, 190, "#10132c") +
    ripples(random, 40, [0, 572, WIDTH, 748], [60, 260], ["#2b3470", "#3a4592", "#8a5a48"]) +
    times(22, (i) => circle(760 + i * 20 + random(-6, 6), 562 - random(0, 4), random(1.4, 3), i % 4 ? colour.ochre : colour.red))
  );
}

export function rocket() {
  const random = randomness(71);
  return picture(
    rect(0, 0, WIDTH, HEIGHT, "#171b44") +
      rect(0, 380, WIDTH, 200, "#232763") +
      rect(0, 490, WIDTH, 90, "#3d2f6b") +
      halftone([0, 300, WIDTH, 566], 17, "#3d2f6b", (x, y) => Math.max(0, 6 * ((y - 300) / 200))) +
      stars(random, 120, [0, 0, WIDTH, 420]) +
      circle(978, 150, 52, colour.cream) +
      circle(1000, 138, 46, "#171b44") +
      climb() +
      shore(random) +
      glow() +
      landingPad() +
      smoke(random) +
      flame() +
      leg(-1) +
      leg(1) +
      booster(),
  );
}
