import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomFrom } from "../../scripts/bench/random.ts";

/** The patterns of pictures: which stories of a section have one, by position. */
export const PICTURED: Record<string, (place: number) => boolean> = {
  all: () => true,
  none: () => false,
  first: (place) => place === 0,
  last: (place) => place === 1,
  some: (place) => place % 2 === 1,
};

const WORDS =
  "the river rose slowly over two days and engineers opened gates before dawn while a town waited for news from its coast".split(" ");

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 750" width="1200" height="750"><rect width="1200" height="750" fill="#369"/></svg>';

/** Writes an edition whose sections and topics have one to six stories, in every pattern of pictures, each also after a different number. */
export function writeUnevenContent(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "drawing.svg"), DRAWING);
  const sections = Object.keys(PICTURED).flatMap((mix) => [1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1].map((count, at) => ({ mix, count, at })));
  const random = randomFrom(7);
  for (const { mix, count, at } of sections) {
    for (let place = 0; place < count; place += 1) {
      writeStory(folder, `${mix}-${at}-${place}`, random, { section: `S ${mix} ${at}`, isPictured: PICTURED[mix]?.(place), place, at });
    }
  }
  // The newest stories are above the sections.
  for (let place = 0; place < 20; place += 1) writeStory(folder, `new-${place}`, random, { isPictured: place % 3 === 0, place, at: -1 });
  const names = sections.map(({ mix, at }) => ({ slug: `s-${mix}-${at}`, name: `S ${mix} ${at}` }));
  writeFileSync(join(folder, "edition.json"), JSON.stringify({ name: "Uneven", sections: names }));
}

type Story = { section?: string; isPictured: boolean | undefined; place: number; at: number };

function writeStory(folder: string, slug: string, random: () => number, { section, isPictured, place, at }: Story): void {
  const words = (least: number, most: number) =>
    Array.from({ length: least + Math.floor(random() * (most - least)) }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  const day = at < 0 ? `2024-05-${String(10 + place)}` : `2024-0${1 + (place % 4)}-${String(10 + at)}`;
  const story = {
    slug,
    headline: `A ${words(6, 12)}`,
    standfirst: `The ${words(15, 28)}.`,
    datePublished: day,
    body: "Words.",
    ...(section && { section, topics: [section] }),
    ...(isPictured && { image: { file: "drawing.svg", alt: "A drawing" } }),
  };
  writeFileSync(join(folder, `${slug}.json`), JSON.stringify(story));
}
