import { expect, it } from "vitest";
import { randomFrom } from "../../../scripts/bench/random.ts";
import { Paper } from "../../support/laterPaper.ts";
import { filesIn } from "../../support/temporaryFolder.ts";

const random = randomFrom(11);

const one = (kind: string, of: number): string => `${kind} ${Math.floor(of * random())}`;

/** Few words are frequent and many are rare, as in any text. */
const sentence = (): string => `${Array.from({ length: 12 }, () => `w${Math.floor(4000 * random() ** 3).toString(36)}`).join(" ")}.`;

/** A story of a day, with names that other stories have too. */
function story(day: number, sentences: string[]): string {
  const fields = {
    headline: `Story of day ${day}`,
    datePublished: new Date(Date.UTC(2024, 5, 1 + day, 7, 10)).toISOString(),
    topics: [one("Topic", 30), one("Topic", 30), one("Topic", 30)],
    places: [one("Place", 20), one("Place", 20)],
    authors: [one("Author", 8)],
    section: one("Section", 5),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n${sentences.join("\n\n")}\n`;
}

it("of a paper of 200 stories, another sentence touches at most 18 files, and a story on a new day 160", async () => {
  const paper = new Paper();
  const sentences = Array.from({ length: 40 }, sentence);
  const [middle, newest] = [story(100, sentences), story(171, Array.from({ length: 40 }, sentence))];
  for (let day = 0; day < 170; day += 1) paper.write(`articles/day-${day}.md`, story(day, Array.from({ length: 40 }, sentence)));
  paper.write("articles/day-100.md", middle);
  await paper.build();
  /** The files that the next build changes or adds, by their bytes. */
  const changed = async (): Promise<string[]> => {
    const before = filesIn(paper.out);
    await paper.build();
    return [...filesIn(paper.out)].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file);
  };
  paper.write("articles/day-100.md", middle.replace(sentences[20] ?? "", sentence()));
  const bySentence = await changed();
  paper.write("articles/new.md", newest);
  const byStory = await changed();
  expect(bySentence.length).toBeLessThanOrEqual(18);
  expect(byStory.length).toBeLessThanOrEqual(160);
});
