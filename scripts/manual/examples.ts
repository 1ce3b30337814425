import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import sharp from "sharp";

/** An example of the manual that is followed by a picture of what it makes: the name of the picture, and the story that shows it. */
export type Example = { name: string; slug: string };

const FENCE = /^(?<fence>`{3,})(?<language>markdown|yaml|tsx?|css)(?: (?<path>[\w/-]+\.\w+))?[^\n]*\n(?<text>.*?)^\k<fence>$/gmsu;
const PICTURE = /^\s*!\[[^\]\n]+\]\((?:\.\.\/)*shots\/(?<name>[\w-]+)\.avif\)$/mu;

const HEAD = "headline: The ferry is back\ndatePublished: 2024-04-22T06:30\n";

/** Files that the examples name, by what they are copies of. */
const NAMED = {
  "recordings/voyager-2.mp3": "recordings/bells.mp3",
  "recordings/voyager-2.vtt": "recordings/bells.vtt",
  "recordings/chirp-seen.mp4": "recordings/harbour.mp4",
  "recordings/chirp-seen.vtt": "recordings/harbour.vtt",
  "recordings/chirp-seen.jpg": "recordings/harbour.jpg",
  "data/europe.geojson": "data/member-states.geojson",
  "data/turnout-2019.csv": "data/turnout.csv",
};
const DRAWN = { "pictures/ship.svg": "pictures/ferry.jpg", "pictures/bridge.svg": "pictures/bridge.jpg" };

/**
 * Writes the examples of a page of the manual as a paper: files whose path is beside the language of their block, and a story for each
 * example that is followed by a picture.
 * @param page its Markdown
 * @param content an empty folder
 */
export async function writeExamples(page: string, content: string): Promise<Example[]> {
  const examples: Example[] = [];
  let story: string | undefined;
  for (const { groups = {}, index, 0: whole } of page.matchAll(FENCE)) {
    const { path, text = "", language = "" } = groups;
    const shown = PICTURE.exec(
      page
        .slice(index + whole.length)
        .split("\n", 3)
        .join("\n"),
    )?.groups?.["name"];
    if (shown === undefined && path === undefined) continue;
    write(join(content, path ?? `articles/${shown}.md`), path === undefined ? storyOf(text, language) : text);
    story = path === undefined ? shown : (/^articles\/([\w-]+)/u.exec(path)?.[1] ?? story);
    if (shown !== undefined) examples.push({ name: shown, slug: story ?? shown });
  }
  if (examples.length > 0) await writeNamed(content, page);
  return examples;
}

/** A block of YAML has fields, unless it is a directive. */
function storyOf(text: string, language: string): string {
  if (language === "yaml" && !text.startsWith(":::")) return `---\n${HEAD}${text}---\n\nAt half past six the first cars rolled on board.\n`;
  return text.startsWith("---\n") ? text : `---\n${HEAD}---\n\n${text}`;
}

async function writeNamed(content: string, page: string): Promise<void> {
  const isNamed = (path: string): boolean => page.includes(basename(path).replace(/\.(?:vtt|jpg)$/u, "."));
  for (const [from, to] of Object.entries(NAMED)) {
    if (!isNamed(to)) continue;
    mkdirSync(dirname(join(content, to)), { recursive: true });
    cpSync(join("content", from), join(content, to));
  }
  for (const [from, to] of Object.entries(DRAWN)) {
    if (!isNamed(to)) continue;
    const drawing = sharp(readFileSync(join("content", from)), { density: 144 });
    write(join(content, to), await drawing.flatten({ background: "#fff" }).jpeg().toBuffer());
  }
  write(join(content, "edition.json"), JSON.stringify({ name: "The Harbour Post", url: "https://post.example/", timeZone: "UTC" }));
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
