import { readDrafts } from "../../src/compiler/reading/readDrafts.ts";
import { refine } from "../../src/compiler/refine/refine.ts";
import { released } from "../../src/compiler/refine/released.ts";
import { locate } from "../../src/compiler/reading/locate.ts";
import type { Problem } from "../../src/compiler/draft/problem.ts";
import { printable } from "../../src/cli/terminal/printable.ts";
import { contentFolder, settingsOf } from "../compiler/reading/contentFolder.ts";

const HEAD = "title: A story\ndate: 2024-01-01\n";

/** A text is repeated up to a size in bytes; `%` in it is the number of the repetition. */
function filled(part: string, size: number): string {
  const length = Buffer.byteLength(part);
  const count = Math.ceil(size / length);
  return part.includes("%") ? Array.from({ length: count }, (_, at) => part.replaceAll("%", String(at))).join("") : part.repeat(count);
}

const markdown = (body: string, head = ""): string => `---\n${HEAD}${head}---\nWords.\n\n${body}`;

const json = (fields: object): string => JSON.stringify({ headline: "A story", datePublished: "2024-01-01", ...fields });

const repeated =
  (part: string, after = "") =>
  (size: number): string =>
    markdown(filled(part, size) + after);

const listed =
  (field: string, item: string) =>
  (size: number): string =>
    markdown("", `${field}:\n${filled(item, size)}`);

/** Stories of any size, by their content: those that once took quadratic time, and those that might. */
export const SHAPES: Record<string, (size: number) => string> = {
  "equal headings": repeated("## Same\n\n"),
  "emphasised words": repeated("_a_ "),
  "notes in the text": repeated("^[a] "),
  "code that does not end": repeated("`a "),
  links: repeated("[a](b) "),
  "links that do not end": repeated("[a]("),
  "marks in one another": repeated("<b>x"),
  "rows of a table": (size) => markdown(`| a | b |\n| - | - |\n${filled("| c | d |\n", size)}`),
  "columns of a table": (size) => markdown(["a", "-", "c"].map((cell) => `|${filled(`${cell}|`, size / 3)}\n`).join("")),
  "items of a list": repeated("- a\n"),
  quotes: repeated("> a\n> — b\n\n"),
  "pictures that are missing": repeated("![a](b.png)\n\n"),
  notes: repeated("a[^%]\n\n[^%]: Note\n\n"),
  "references to one note": repeated("[^1] ", "\n\n[^1]: Note\n"),
  "notes that lead nowhere": repeated("[^%] "),
  formulas: repeated("$x$ "),
  spaces: repeated(" ", "x"),
  Thai: repeated("ก่อนหน้า"),
  authors: listed("authors", "  - Ann %\n"),
  topics: listed("topics", "  - Topic %\n"),
  "unknown fields": (size) => markdown("", filled("field-%: a\n", size / 10)),
  "equal fields": (size) => markdown("", filled("a: b\n", size)),
  "fields over two lines, without an end": (size) => filled("a: b\n  c\n", size),
  "a field's name of spaces": (size) => json({ body: "Words.", [`a${" ".repeat(size)}b`]: 1 }),
  "blocks that nobody knows": (size) => json({ body: Array.from({ length: size / 30 }, (_, at) => ({ type: `kind${at}`, text: "a" })) }),
};

/** Reads and refines a story and finds the places of its problems. @returns seconds of the processor, and what became of it */
export async function timeOf(text: string): Promise<{ seconds: number; articles: number; problems: Problem[] }> {
  const folder = contentFolder({ [text.startsWith("{") ? "story.json" : "story.md"]: text });
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const settings = settingsOf();
  const start = process.cpuUsage();
  const { drafts } = await readDrafts(folder, settings, report);
  const { articles } = refine(released(drafts, settings, report).open, settings, report);
  for (const problem of await locate(problems, folder)) printable(JSON.stringify(problem));
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, articles: articles.length, problems };
}
