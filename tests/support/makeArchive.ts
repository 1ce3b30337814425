import type { Article, Ref } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { randomFrom } from "../../scripts/bench/random.ts";
import { makeArticle, makeImage, ref } from "./makeArticle.ts";

const WORDS =
  "the river rose slowly over two days and engineers opened the gates before dawn while the town waited for news from the coast".split(" ");

/**
 * An archive like a real one: a few topics that every story has and many
 * that few have, ten sections, thirty desks, 400 words per story. The same
 * `count` gives the same archive.
 */
export function makeArchive(count: number): Article[] {
  const random = randomFrom(count);
  const name = (kind: string, of: number): Ref => ref(`${kind} ${Math.floor(of * random() ** 3) + 1}`);
  const names = (kind: string, of: number, most: number): Ref[] => {
    const chosen = Array.from({ length: 1 + Math.floor(random() * most) }, () => name(kind, of));
    return [...new Map(chosen.map((one) => [one.slug, one])).values()];
  };
  const minutesApart = (20 * 365 * 24 * 60) / count;
  return Array.from({ length: count }, (_, index) =>
    makeArticle({
      slug: `story-${index + 1}`,
      headline: `Story ${index + 1}: ${WORDS.slice(index % 10, 10 + (index % 10)).join(" ")}`,
      standfirst: WORDS.join(" "),
      body: body(random),
      datePublished: new Date(Date.UTC(2004, 0, 1) + Math.floor(index * minutesApart) * 60_000).toISOString(),
      section: name("Section", 10),
      authors: [{ ...name("Desk", 30), kind: "desk" }],
      topics: names("Topic", Math.ceil(count / 10), 5),
      places: names("Place", Math.ceil(count / 30), 3),
      urgency: 1 + Math.floor(random() * 9),
      readingMinutes: 1 + Math.floor(random() * 12),
      ...(random() < 0.5 && { image: makeImage(`picture-${index + 1}`) }),
    }),
  );
}

function body(random: () => number): Block[] {
  return Array.from({ length: 10 }, () => ({
    type: "paragraph",
    children: [{ type: "text", text: Array.from({ length: 40 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ") }],
  }));
}
