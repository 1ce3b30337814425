import { HEIGHT, WIDTH, circle, colour, ellipse, group, halftone, line, picture, polygon, randomness, rect, ring, shape, stars, times } from "./kit.mjs";

const DISH = [560, 330];

/** A dish seen from the side and a little from the front, with its receiver on four legs. */
const dish = () =>
  shape("M-250 0C-250 150 -120 215 0 215S250 150 250 0z", colour.pale) +
  shape("M60 0C70 120 40 190 0 215C120 215 250 150 250 0z", colour.sky, { opacity: 0.55 }) +
  ellipse(0, 0, 250, 58, colour.white) +
  ellipse(0, 6, 236, 50, colour.pale) +
  times(5, (i) => line(`M${-160 + i * 80} ${20 - Math.abs(i - 2) * 4}L0 48`, colour.sky, 2)) +
  line("M-190 20L0 -170L190 20M-60 50L0 -170L60 50", colour.ink, 5) +
  rect(-20, -196, 40, 34, colour.red);

export function antenna() {
  const random = randomness(23);
  const [x, y] = DISH;
  return picture(
    rect(0, 0, WIDTH, HEIGHT, colour.deep) +
      halftone([0, 0, WIDTH, 560], 17, colour.blue, (_, top) => (top / 560) * 4.6) +
      stars(random, 70, [0, 0, WIDTH, 430]) +
      times(6, (i) => ring(1010, 96, 34 + i * 40, colour.ochre, 3, { opacity: 0.75 - i * 0.11 })) +
      circle(1010, 96, 9, colour.white) +
      shape("M0 590Q260 500 560 566T1200 540V750H0z", colour.deepTeal) +
      shape("M0 660Q380 590 760 650T1200 630V750H0z", colour.teal) +
      polygon([[500, 660], [548, 440], [584, 440], [632, 660]], colour.ink) +
      polygon([[470, 690], [490, 640], [642, 640], [662, 690]], colour.cream) +
      group(`translate(${x} ${y}) rotate(34)`, dish()) +
      times(3, (i) => rect(508 + i * 44, 652, 22, 18, colour.ochre)),
  );
}
