import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { photo } from "./photo.ts";
import { type Prose, prose } from "./prose.ts";
import { randomFrom } from "./random.ts";

const SECTIONS = ["World", "Europe", "Science", "Climate", "Technology", "Business", "Culture", "Sport", "Crime"];
const PHOTOS = 8;
const YEARS = 20;
const MINUTES = YEARS * 365 * 24 * 60;

/** Stories begin in 2004, so that the same count yields the same archive on any day. */
const BEGIN = Date.UTC(2004, 0, 1);

/**
 * Writes an archive with the shape of a real one, always the same for the same
 * count: 600 words per story, a few frequent topics and many rare ones, a picture
 * on every other story. Except for topics and places, the newest stories are the
 * same in archives of any count, so that sizes of pages are comparable.
 * @param words of each story; few show what an archive costs by its number of stories
 */
export async function writeCorpus(folder: string, stories: number, words = 600): Promise<void> {
  let random = randomFrom(0);
  const text = prose(() => random());
  await mkdir(join(folder, "pictures"), { recursive: true });
  for (let n = 0; n < PHOTOS; n += 1) await writeFile(join(folder, "pictures", `photo-${n}.png`), photo(720, 450, random));
  await writeFile(join(folder, "edition.json"), JSON.stringify(edition()));
  const subjects = { topics: names(text, Math.ceil(stories / 10)), places: names(text, Math.ceil(stories / 30)) };
  for (let n = 0; n < stories; n += 1) {
    const file = storyFile(folder, n);
    if (n % 1000 === 0) await mkdir(join(file, ".."), { recursive: true });
    random = randomFrom(stories - n);
    await writeFile(file, JSON.stringify({ ...story(n, stories, subjects, text, random), body: body(text, words) }));
  }
}

export function storyFile(folder: string, n: number): string {
  return join(folder, "articles", `${Math.floor(n / 1000)}`, `story-${n}.json`);
}

function edition(): object {
  const sections = SECTIONS.map((name) => ({ name }));
  return { name: "The Benchmark", tagline: "Made of numbers", url: "https://bench.example/", language: "en", timeZone: "UTC", sections };
}

/** Different names of two or three words. */
function names({ words }: Prose, count: number): string[] {
  const found = new Set<string>();
  while (found.size < count) found.add(words(2 + (found.size % 2)));
  return [...found];
}

/** The content of a story's file. */
export type Story = Description & { body: Paragraph[] };

type Description = {
  slug: string;
  headline: string;
  standfirst: string;
  section: string | undefined;
  authors: { name: string; kind: string }[];
  datePublished: string;
  topics: (string | undefined)[];
  places: (string | undefined)[];
  image?: { file: string; alt: string; caption: string };
};

type Paragraph = { type: string; level?: number; children: { type: string; text: string }[] };

function story(n: number, total: number, subjects: { topics: string[]; places: string[] }, text: Prose, random: () => number): Description {
  const headline = text.words(9);
  // The cube makes the first names frequent and the last rare.
  const some = (of: string[], most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => of[Math.floor(of.length * random() ** 3)]);
  // How many stories are as new or newer, itself included.
  const age = total - n;
  const section = SECTIONS[age % SECTIONS.length];
  return {
    slug: `story-${n}`,
    headline,
    standfirst: text.paragraph(22),
    section,
    authors: [{ name: `${section} desk`, kind: "desk" }],
    datePublished: new Date(BEGIN + Math.floor(((n + random()) * MINUTES) / total) * 60_000).toISOString(),
    topics: [...new Set(some(subjects.topics, 4))],
    places: [...new Set(some(subjects.places, 3))],
    ...(age % 2 === 1 && { image: { file: `pictures/photo-${age % PHOTOS}.png`, alt: headline, caption: text.paragraph(12) } }),
  };
}

/** Paragraphs of 50 words, with a heading before every fourth. */
function body({ words, paragraph }: Prose, length: number): Paragraph[] {
  return Array.from({ length: Math.ceil(length / 50) }, (_, place) => {
    const block = { type: "paragraph", children: [{ type: "text", text: paragraph(50) }] };
    if (place % 4 !== 3) return [block];
    return [{ type: "heading", level: 2, children: [{ type: "text", text: words(4) }] }, block];
  }).flat();
}
