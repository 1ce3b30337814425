import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { check } from "../../src/cli/check.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

afterEach(() => void vi.restoreAllMocks());

const SETTINGS = '{\n  "url": "https://paper.example/",\n  "sections": [{ "name": "Science" }]\n}\n';

/** What `check --strict --json` says of a folder with these files, and its exit code. */
async function checked(files: Record<string, string | Uint8Array>): Promise<{ code: number; problems: Problem[]; json: string }> {
  const content = temporaryFolder();
  for (const [file, text] of Object.entries({ "edition.json": SETTINGS, ...files })) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  }
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const code = await check({ content, strict: true, json: true });
  const json = String(log.mock.calls[0]?.[0]);
  const { problems }: { problems: Problem[] } = JSON.parse(json);
  return { code, problems, json };
}

const story = (body: string, fields = ""): string => `---\ntitle: A story\ndate: 2024-01-01\n${fields}---\n${body}\n`;
const article = (fields: string): string =>
  `{\n  "headline": "A story",\n  "datePublished": "2024-01-01",\n  "body": [{ "type": "paragraph", "children": [{ "type": "text", "text": "Text." }] }],\n  ${fields}\n}\n`;

type Planted = { file: string; text: string | Uint8Array; message: RegExp; line?: number; lines?: string; nearest?: string };

const LOST: Planted[] = [
  { file: "a.md", text: "---\ndate: 2024-01-01\n---\nText\n", message: /no headline/u, line: 1 },
  { file: "a.md", text: "---\ntitle: A\n---\nText\n", message: /no date/u, line: 1 },
  { file: "a.md", text: "---\ntitle: A\ndate: 2024-01-01\n---\n", message: /no text/u, line: 1 },
  {
    file: "a.md",
    text: "#+TITLE: A\n#+DATE: 2024-01-01\n\nText\n",
    message: /no headline and no date, but a header of Org \(#\+TITLE:\) in line 1, so/u,
    line: 1,
  },
  { file: "a.md", text: "= A\n:revdate: 2024-01-01\n\nText\n", message: /but a header of AsciiDoc/u, line: 1 },
  {
    file: "a.md",
    text: "A\n===\n\n:date: 2024-01-01\n\nText\n",
    message: /no date, but fields of reStructuredText \(:date:\) in line 4/u,
    line: 1,
  },
  { file: "a.md", text: "Text\n\n**Date:** 2024-01-01\n", message: /but lines in bold \(\*\*Date:\*\* …\) in line 3/u, line: 1 },
  { file: "a.md", text: "```\ntitle: A\ndate: 2024-01-01\n```\nText\n", message: /but lines in the text \(Date: …\) in line 2/u, line: 1 },
  { file: "a.md", text: "| title | A |\n| - | - |\n| date | 2024-01-01 |\n\nText\n", message: /but a table in line 1/u, line: 1 },
  { file: "a.md", text: "- title: A\n- date: 2024-01-01\n\nText\n", message: /but a list/u, line: 1 },
  { file: "a.md", text: '<title>A</title>\n<meta name="date" content="2024-01-01">\n\nText\n', message: /but HTML/u, line: 1 },
  { file: "a.md", text: "export const metadata = { title: 1 };\n\nText\n", message: /but JavaScript/u, line: 1 },
  {
    file: "a.md",
    text: " ---\ntitle: A\ndate: 2024-01-01\n---\nText\n",
    message: /but front matter with an indented first line in line 1/u,
    line: 1,
  },
  {
    file: "a.md",
    text: "---\ntitre: A\ndatum: 2024-01-01\n---\nText\n",
    message: /but fields with other names \(“titre”, “datum”\)/u,
    line: 1,
  },
  { file: "a.md", text: "---\npost:\n  title: A\n  date: 2024-01-01\n---\nText\n", message: /but a group of fields \(“post”\)/u, line: 1 },
  { file: "a.md", text: "---\n# By hand\n\ntitle: A\ndate: 2024-01-01\n\nText\n", message: /the line that ends it is missing/u, line: 1 },
  {
    file: "a.md",
    text: "---\ntitle: A\ndate: 2024-01-01\n\nText\n\n---\n\nText\n",
    message: /the line that ends it is missing above the text in line 5/u,
    line: 5,
  },
  { file: "a.md", text: story('One\n\n<object data="b.swf"></object>'), message: /shows something from b\.swf;/u, line: 7 },
  { file: "a.md", text: "---\ntitle: A\ndate: soon\n---\nText\n", message: /"soon" cannot be read/u, line: 3 },
  { file: "a.md", text: "---\ntitel: A\ndate: 2024-01-01\n---\nText\n", message: /"titel" is not known/u, line: 2, nearest: "title" },
  { file: "a.md", text: "---\ndate: 2024-01-01\ntitle: A: B\n---\nText\n", message: /has a colon but no quotation marks/u, line: 3 },
  { file: "a.md", text: '---\ntitle: "A\ndate: 2024-01-01\nauthor: B\ntags: [c]\n---\nText\n', message: /not closed/u, line: 2 },
  { file: "a.md", text: '---\ndate: 2024-01-01\ntitle: "A\nauthor: "B"\n---\nText\n', message: /not closed/u, line: 3 },
  { file: "a.md", text: story("Text", "urgency: 12\n"), message: /^urgency must be a number from 1 to 9/u, line: 4 },
  { file: "a.md", text: story("Text", "section: Sciense\n"), message: /section "Sciense"/u, line: 4, nearest: "Science" },
  { file: "a.md", text: `+++\ntitle = "A"\ndate = 2024-01-01\nurgency = 12\n+++\nText\n`, message: /^urgency/u, line: 4 },
  { file: "a.md", text: story("One\n\n<script>alert(1)</script>"), message: /<script> is never run/u, line: 7 },
  { file: "a.md", text: story("One\n\n<style>p{}</style>"), message: /<style>/u, line: 7 },
  { file: "a.md", text: story("One\n\nEnergy is $\\frac{a_1$ here."), message: /^A formula cannot be read/u, line: 7 },
  { file: "a.md", text: story("One\n\n<svg><path d='M0 0'/></svg>"), message: /<svg> is not known/u, line: 7 },
  { file: "a.md", text: story("One\n\n<canvas></canvas>"), message: /<canvas> is not known/u, line: 7 },
  { file: "a.md", text: story('One\n\n<video src="/film.mp4"></video>'), message: /recording \/film\.mp4 is not there/u, line: 7 },
  { file: "a.md", text: story('One\n\n<audio src="/sound.mp3"></audio>'), message: /recording \/sound\.mp3 is not there/u, line: 7 },
  { file: "a.md", text: story('One\n\n<object data="/a.swf"></object>'), message: /<object> shows/u, line: 7 },
  { file: "a.md", text: story('One\n\n<iframe src="https://charts.example/7"></iframe>'), message: /<iframe> shows/u, line: 7 },
  { file: "a.md", text: story("One\n\n<form><input type=text> Name</form>"), message: /A form cannot be submitted/u, line: 7 },
  { file: "a.md", text: story("One [two](javascript:x) <a href='javascript:x'>three</a>"), message: /has no address/u, line: 5 },
  { file: "a.md", text: story("One\n\n[^two]: A note."), message: /Nothing refers to the note \[\^two\]/u, line: 7 },
  {
    file: "a.md",
    text: story("One\n\n![Two](/pictures/raef.svg)"),
    message: /raef\.svg is not there/u,
    line: 7,
    nearest: "/pictures/reef.svg",
  },
  { file: "a.md", text: story("One\n\n[two](/article/three)"), message: /leads to nothing/u, line: 7 },
  { file: "a.md", text: story(`One\n\n${"> ".repeat(120)}two`), message: /nested too deeply/u, line: 7 },
  { file: "a.md", text: story("One {{ two }}"), message: /template tag/u, line: 5 },
  { file: "a.md", text: story("One", "standfirst: One {{ two }}\n"), message: /template tag/u, line: 4 },
  {
    file: "a.md",
    text: story("One\ntwo [*three*][four]\n\n[five][], [a](/article/a-story)"),
    message: /^\[three\]\[four\] refers to nothing/u,
    line: 6,
  },
  { file: "a.md", text: story("One\ntwo ![three][]."), message: /^\[three\]\[\] refers to nothing/u, line: 6 },
  { file: "a.md", text: story("One.\n\nTwo[^3]."), message: /^\[\^3\] refers to nothing/u, line: 7 },
  { file: "a.md", text: story("One.\n\nTwo [[Nobody|three]]."), message: /No article of the edition is called "Nobody"/u, line: 7 },
  { file: "a.md", text: story("One.\n\n![[good]]"), message: /inside another/u, line: 7 },
  { file: "a.md", text: story("One.\n\n![[raef.svg]]"), message: /raef\.svg is not there/u, line: 7 },
  {
    file: "a.md",
    text: story("One\n\n> | a | b |\n> | - | - |\n> | 1 | 2 | 3 |\n> | 1 | \\| |\n> | 1 | 2 | |\n> 1 | 2 | 3"),
    message: /more cells than its head/u,
    line: 9,
    lines: "lines 9 and 12",
  },
  { file: "a.md", text: story("Text", "tags:\n  - name: b\n    name: c\n"), message: /^"name" appears twice/u, line: 6 },
  {
    file: "a.md",
    text: '---json\n{ "title": "A", "date": "2024-01-01",\n"draft": true,\n"draft": false }\n---\nText\n',
    message: /"draft" appears twice/u,
    line: 4,
  },
  { file: "a.md", text: '{ "title": "A", "date": "2024-01-01",\n"title": "B" }\nText\n', message: /^"title" appears twice/u, line: 2 },
  { file: "a.json", text: article('"urgency": 5,\n  "urgency": 6'), message: /^"urgency" appears twice/u, line: 6 },
  { file: "a.json", text: article('"genre": "x"').replace('"text": "Text."', '"text": "\\"text\\": {",\n"te\\u0078t": "Text."'), message: /^"text" appears twice/u, line: 5 }, // prettier-ignore
  { file: "posts/posts.json", text: '{\n  "draft": true,\n  "draft": false\n}', message: /"draft" appears twice/u, line: 3 },
  { file: "posts/_data.yml", text: "private: true\nprivate: false\n", message: /^"private" appears twice/u, line: 2 },
  { file: "edition.json", text: '{\n  "name": "A",\n  "name": "B"\n}', message: /^"name" appears twice/u, line: 3 },
  { file: "a.json", text: `[${article('"genre": "x"')}, ${article('"genre": "y"')}]`, message: /a list of 2 stories/u, line: 1 },
  { file: "a.json", text: `{ "posts": [${article('"genre": "x"')}] }`, message: /a list of 1 story/u, line: 1 },
  { file: "a.md", text: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), message: /binary data/u, line: 1 },
  { file: "a.md", text: Buffer.from(story("Caf\u00e9"), "latin1"), message: /not UTF-8/u, line: 5 },
  { file: "a.md", text: story("Much. ".repeat(800_000)), message: /4\.8 MB; a story may be at most 4 MB/u, line: 1 },
  { file: "a.json", text: '{\n  "headline": "A"\n}\n', message: /no body and no datePublished/u, line: 1 },
  { file: "a.json", text: '{\n  "headline": "A",\n}\n', message: /not JSON/u, line: 3 },
  { file: "a.json", text: article('"urgency": 12'), message: /^urgency/u, line: 5 },
  {
    file: "a.json",
    text: article('"sumary": "B"').replace("sumary", "standfrist"),
    message: /"standfrist" is not known/u,
    line: 5,
    nearest: "standfirst",
  },
  {
    file: "a.json",
    text: '{\n  "headline": "A",\n  "datePublished": "2024-01-01",\n  "body": [\n    { "type": "paragrah", "children": [] },\n    "Text."\n  ]\n}\n',
    message: /"paragrah" is not a type of block/u,
    line: 5,
    nearest: "paragraph",
  },
  {
    file: "a.json",
    text: '{\n  "headline": "A",\n  "datePublished": "2024-01-01",\n  "body": [\n    { "type": "list",\n      "item": [] },\n    "Text."\n  ]\n}\n',
    message: /"item" is not known in list/u,
    line: 6,
    nearest: "items",
  },
  ...["docx", "qmd", "txt", "html", "csv", "pdf", "tiff", "zip", "blob"].map((extension) => ({
    file: `notes/a.${extension}`,
    text: "Words",
    message: new RegExp(`A \\.${extension} file is not read`, "u"),
  })),
];

describe("check --strict", () => {
  it.each(LOST)("fails on a loss in $file and says where it is: $message", async ({ file, text, message, line, lines, nearest }) => {
    const { code, problems } = await checked({
      "good.md": story("Good").replace("A story", "Good"),
      "pictures/reef.svg": SVG,
      [file]: text,
    });
    const found = problems.find((problem) => message.test(problem.message));
    expect(found, problems.map((problem) => problem.message).join("\n")).toMatchObject({ file, remedy: expect.stringMatching(/\S\.$/u) });
    expect(["error", "warning"]).toContain(found?.severity);
    expect(found?.line).toBe(line);
    if (lines !== undefined) expect(found?.place).toBe(lines);
    expect(found?.nearest).toBe(nearest);
    expect(code).toBe(1);
  });

  it("lets pass what is meant, and what is kept in another form", async () => {
    const { code, problems } = await checked({
      "good.md": story(
        "- [ ] one\n- [x] two\n\n~~a~~ <s>b</s> <ins>c</ins>\n\n<details><summary>Three</summary>Four</details>\n\n$E = mc^2$ cost $5 and $10, \\[sic\\], [a][b], `[c][d]`, \\[e][f], g[1][2], [[1]], [[good]]. <!-- five -->\n\n[b]: https://b.example/",
      ),
      "draft.md": "---\ntitle: B\ndraft: true\n---\n",
      "_partial.md": "Six",
      "README.md": "# Seven",
      LICENSE: "Eight",
      "node_modules/x/y.docx": "Nine",
      ".hidden.txt": "Ten",
      "pictures/reef.svg": SVG,
      "pictures/draw/reef.mjs": "Eleven",
    });
    expect(code).toBe(0);
    expect(problems).toEqual([]);
  });

  it("names files of one kind together, and counts them", async () => {
    const { problems } = await checked({
      "good.md": story("Good"),
      "too.md": story("Too").replace("A story", "Too"),
      "b.docx": "",
      "a/c.docx": "",
      Makefile: "",
      "x.css": "",
    });
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "notice: A .css file is not read as an article, and was left out.",
      "warning: 2 .docx files are not read as articles, and were left out: a/c.docx, b.docx.",
    ]);
  });

  it("tells of all unknown settings in one run, with lines and the names that were meant", async () => {
    const lines = ["timezone", "langauge", "sectionz", "x1", "x2", "x3", "x4", "x5"].map((name) => `  "${name}": 1`);
    const { code, problems } = await checked({
      "edition.json": `{\n${lines.join(",\n")},\n  "trending": { "dayz": 3 }\n}`,
      "a.md": story("A"),
    });
    expect(code).toBe(1);
    expect(problems.map(({ place, line, nearest }) => [place, line, nearest])).toEqual([
      ["timezone", 2, "timeZone"],
      ["langauge", 3, "language"],
      ["sectionz", 4, "sections"],
      ...["x1", "x2", "x3", "x4", "x5"].map((name, at) => [name, 5 + at, undefined]),
      ["trending.dayz", 10, "days"],
    ]);
  });

  it("puts nothing of an input into a terminal that it could take for an order", async () => {
    const evil = "\u001B[2J\u009B31m\u202E";
    const files = { "a.md": story(`{{ ${evil} }}`), [`b\u001B[1m.docx`]: "x", "c.json": article('"urgency": "\\u009b5m"') };
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    const { json } = await checked(files);
    const content = temporaryFolder();
    for (const [file, text] of Object.entries(files)) writeFileSync(join(content, file), text);
    await check({ content });
    const printed = error.mock.calls.map(([line]) => String(line)).join("\n");
    expect(printed).toContain("\\u001b[2J\\u009b31m\\u202e");
    expect(printed).toContain("b\\u001b[1m.docx");
    // oxlint-disable-next-line no-control-regex
    for (const text of [printed, json]) expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/u);
  });
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"/>';
