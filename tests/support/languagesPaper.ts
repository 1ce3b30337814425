import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "#compiler/compile.ts";
import { prerender } from "./prerender.ts";
import { filesIn } from "./temporaryFolder.ts";

const story = (headline: string, date: string, fields = "", text = "The words.") =>
  `---\nheadline: ${headline}\ndatePublished: ${date}\nsection: ${/^section:/mu.test(fields) ? "" : "World"}\n${fields}---\n${text}\n`.replace(
    "section: \n",
    "",
  );

const EDITION = {
  name: "The Harbour Post",
  url: "https://post.example/",
  language: "en",
  languages: {
    nl: {
      name: "De Havenpost",
      tagline: "Nieuws van de kust",
      sections: [{ slug: "world", name: "Wereld" }],
      topics: [{ slug: "ferries", name: "Veerboten" }],
    },
    ar: { name: "بريد الميناء" },
  },
};

/** A paper with editions in English, Dutch and Arabic; German has none. */
export const LANGUAGES_PAPER: Record<string, string> = {
  "edition.json": JSON.stringify(EDITION),
  "articles/ferry.md": story("The ferry sails again", "2024-05-01", "topics: [Ferries]\nplaces: [Delft]\n"),
  "articles/nl/ferry.md": story(
    "De veerboot vaart weer",
    "2024-05-02",
    "section: Wereld\ntopics: [Veerboten]\nplaces: [Delft]\n",
    "Lees [het origineel](../ferry.md) of [over de molen](molen.md).",
  ),
  "articles/abbara.md": story("العبارة تبحر من جديد", "2024-05-03", "lang: ar\nsection: العالم\ntranslationOf: ferry\n"),
  "articles/nl/molen.md": story("De molen draait", "2024-06-01", "slug: molen\nsection: Wereld\ntopics: [Molens]\n"),
  "articles/tide.md": story("The tide turns", "2024-06-02", "topics: [Tides]\n", "See [the mill](nl/molen.md)."),
  "articles/ebbe.md": story("Ebbe und Flut", "2023-06-03", "lang: de\ntranslationOf: tide\n"),
  "pages/about.md": "---\ntitle: About us\nmenu: true\n---\nWe report on the sea.\n",
  "pages/nl/about.md": "---\ntitle: Over ons\nmenu: true\n---\nWij berichten over de zee.\n",
  "pages/imprint.md": "---\ntitle: Imprint\n---\nWho prints it.\n",
};

const PARTS = `discussion: https://forum.example/t/12
audio: bells.mp3
corrections:
  - date: 2024-05-03
    text: The mast was misnamed.
`;

/** The same paper with stories in two languages whose rare blocks need further parts of the interface text. */
export const PARTS_PAPER: Record<string, string> = {
  ...LANGUAGES_PAPER,
  "articles/parts.md": story("What few stories have", "2024-05-02", PARTS),
  "articles/nl/delen.md": story("Wat weinig artikelen hebben", "2024-05-02", `${PARTS}slug: delen\nsection: Wereld\n`),
  "articles/bells.mp3": "no sound",
  "articles/nl/bells.mp3": "no sound",
  "articles/landing.md": story("The landing", "2024-05-04T09:00:00Z", "type: liveBlog\n"),
  "articles/landing/posts/chutes.md": "---\ndate: 2024-05-04T10:41:00Z\nkey: true\nheadline: The chutes are out\n---\nTen kilometres.\n",
  "articles/nl/landen.md": story("De landing", "2024-05-04T09:00:00Z", "type: liveBlog\nslug: landen\nsection: Wereld\n"),
  "articles/nl/landen/posts/chutes.md":
    "---\ndate: 2024-05-04T10:41:00Z\nkey: true\nheadline: De parachutes zijn open\n---\nTien kilometer.\n",
};

/** Writes such a paper, or another, into a new folder. */
export function writePaper(content: string, files: Record<string, string> = LANGUAGES_PAPER): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  return content;
}

/** Builds such a paper, with its HTML. @returns its files, and its problems but for notices; `told` with their places */
export async function buildPaper(
  folder: string,
  paper = LANGUAGES_PAPER,
): Promise<{ files: Map<string, string>; problems: string[]; told: string[][] }> {
  const out = join(folder, "site");
  const { built, problems: found } = await compile({ content: writePaper(join(folder, "content"), paper), out });
  if (!built) throw new Error(found.map(({ message }) => message).join("\n"));
  const all = filesIn(out);
  await prerender(built.pages, {
    template: readFileSync("index.html", "utf8"),
    styles: { first: "", rest: "" },
    fonts: [],
    filesOf: () => [],
    site: { url: "https://post.example/", base: "/", data: "/data/" },
    edition: built.edition,
    words: built.words,
    others: built.others,
    slots: built.slots,
    redirects: built.redirects,
    write: (file, html) => all.set(file, html),
  });
  const problems = found.filter(({ severity }) => severity !== "notice");
  const told = problems.map(({ file, line = 0, message }) => [`${file}:${line}`, message]);
  return { files: all, problems: problems.map(({ message }) => message), told };
}
