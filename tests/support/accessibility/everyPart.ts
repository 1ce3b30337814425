import { cpSync } from "node:fs";
import { join } from "node:path";
import { PICTURE, specimens } from "../../../src/prerender/gallery/specimens.ts";
import { broadsheet } from "../installation.ts";
import { writePaper } from "../languagesPaper.ts";
import { correctionOf, recordedStory } from "../publish.ts";

const story = (headline: string, date: string, fields: string, text: string): string =>
  `---\nheadline: ${headline}\ndatePublished: ${date}\nauthors: [Ada Keane]\n${fields}---\n${text}\n`;

const EDITION = {
  name: "The Harbour Post",
  sections: [{ name: "World" }, { name: "Science" }],
  navigation: [{ section: "World" }, { name: "More", items: [{ section: "Science" }, { page: "/series/deltas" }] }, { page: "/staff" }],
  people: [
    { name: "Cy Moss", role: "Publisher" },
    { name: "Ada Keane", role: "Science editor", bio: "Covers space.", desk: "Science desk", contact: "/about" },
  ],
  desks: [{ name: "Science desk", description: "Space, medicine and the living world." }],
  breadcrumbs: true,
  record: {},
};

const FRONT = {
  strips: [{ series: "Deltas" }],
  breaking: { text: "The barrier closes", link: "/article/tide", until: "2124-01-01" },
  alert: { text: "We have moved", link: "/about" },
};

const COMMENTED = {
  headline: "What readers said",
  datePublished: "2026-01-03",
  body: ["The text of it."],
  discussion: "https://forum.example/t/12",
  comments: [{ id: "7", author: "Ada", datePublished: "2014-03-12T12:00:00Z", body: ["I saw it."], replies: [{ body: ["So did I."] }] }],
};

const TABLE = "| Year | Height |\n|---|---:|\n| 1953 | 4.55 |\n| 2023 | 3.10 |\n";

const FILM = '<figure><video src="film.mp4"><track src="film.vtt" kind="captions"></video><figcaption>A chirp.</figcaption></figure>';

const post = (n: number): string =>
  `---\nheadline: Post ${n}\ndate: 2026-01-02T09:0${n}:00Z\n${n === 3 ? "key: true\n" : ""}---\nWords of post ${n}.\n`;

const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** A paper with everything that the sample edition lacks: every block, a series, people without a desk, a banner, a gallery, comments, live posts, a record of changes. */
const EVERY_PART: Record<string, string> = {
  "edition.json": JSON.stringify(EDITION),
  "front.json": JSON.stringify(FRONT),
  "pages/about.md": "---\ntitle: About us\n---\nWho we are.\n",
  "pictures/specimen.svg": PICTURE,
  ...Object.fromEntries([...specimens("en", ["World", "Science"])].map(([file, json]) => [`articles/${file}`, JSON.stringify(json)])),
  ...Object.fromEntries(
    [1, 2, 3].map((n) => [
      `articles/delta-${n}.md`,
      story(`Delta ${n}`, `2026-01-1${n}`, `section: World\nseries: Deltas\npart: ${n}\ngenre: Analysis\ntopics: [Rivers]\n`, "Words."),
    ]),
  ),
  "articles/tide.md": story(
    "The tide in two tables",
    "2026-01-05",
    "section: Science\ntopics: [Rivers]\n",
    `${TABLE}\nBetween them.\n\n${TABLE.replace("Height", "Flow")}\n${FILM}\n\n${LONG_WORD}`,
  ),
  "articles/mitt.md": story(
    "بريد الميناء الطويل في المدينة القديمة",
    "2026-01-04",
    "lang: ar\ntopics: [Rivers]\n",
    `النص الأول.\n\n${TABLE}`,
  ),
  "articles/commented.json": JSON.stringify(COMMENTED),
  "articles/landing.md": story("The landing, as it happens", "2026-01-02T08:00:00Z", "type: liveBlog\nsection: World\n", "What is known."),
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [`articles/landing/posts/p${n}.md`, post(n)])),
};

/** The pages of it that are of another kind than those of the sample edition, those with the most controls of their own first. */
export const PARTS: { kind: string; path: string }[] = [
  { kind: "front page with a banner", path: "/" },
  { kind: "story with every block", path: "/article/specimen" },
  { kind: "story with tables and a film", path: "/article/tide" },
  { kind: "live blog with posts", path: "/article/landing" },
  { kind: "story with comments", path: "/article/commented" },
  { kind: "Arabic story with a table", path: "/article/mitt" },
  { kind: "part of a series", path: "/article/delta-2" },
  { kind: "series", path: "/series/deltas" },
  { kind: "staff", path: "/staff" },
  { kind: "person", path: "/author/ada-keane" },
  { kind: "changes of a story", path: "/article/ferry/versions" },
];

/** Publishes it twice, so that one story has changed.
 * @returns the folder of its site */
export async function publishEveryPart(installation: string, folder: string): Promise<string> {
  const [content, out] = [join(folder, "content"), join(folder, "site")];
  const sentence = "The harbour ferry left at seven in the morning with forty passengers, and arrived on time.";
  writePaper(content, { ...EVERY_PART, "articles/ferry.md": recordedStory("The ferry sails", sentence) });
  for (const kind of ["mp4", "vtt"]) cpSync(`content/recordings/chirp-seen.${kind}`, join(content, `articles/film.${kind}`));
  await broadsheet(installation, "build", "--content", content, "--out", out, "--no-compress");
  const corrected = correctionOf("2026-01-23", "The ferry left at eight, not at seven.");
  writePaper(content, { "articles/ferry.md": recordedStory("The ferry sails", sentence.replace("seven", "eight"), corrected) });
  await broadsheet(installation, "build", "--content", content, "--out", out, "--no-compress");
  return out;
}
