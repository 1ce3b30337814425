import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, inject, it } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { broadsheet } from "../support/installation.ts";

const SENTINEL = "zqxsecret";

/** What makes a story one that readers must not see, each in a way of its own. */
const BACK = [
  "draft: true",
  "publishDate: 2999-12-01",
  "embargo: 2999-12-01",
  "expiryDate: 2001-12-01",
  "status: scheduled",
  "private: true",
  "visibility: members",
  "robots: noindex",
  "password: opensesame",
  "published: false",
];

const secret = (field: string): string =>
  `---\nheadline: The ${SENTINEL}\ndatePublished: 2024-04-22\nstandfirst: ${SENTINEL}\nsection: Section ${SENTINEL}\ntopics: [Mars, Topic ${SENTINEL}]\n` +
  `places: [Place ${SENTINEL}]\nauthors: [Jane ${SENTINEL}]\nimage: { file: ${SENTINEL}.png, alt: ${SENTINEL} }\n${field}\n---\nWords of ${SENTINEL} on floods.\n\n![In the text](${SENTINEL}-text.png)\n`;

const open = (n: number): string =>
  `---\nheadline: Story ${n} of Mars\ndatePublished: 2024-04-2${n}\ntopics: [Mars]\nimage: { file: mars.png, alt: Mars }\n---\nFloods on Mars, number ${n}.\n`;

/** Every file of a site as a reader may get it, in plain text; what is compressed is read as a browser does. */
function everyFile(folder: string): [string, string][] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());
  return names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    const plain = name.endsWith(".br") ? brotliDecompressSync(bytes) : bytes;
    return [name, plain.toString("latin1").toLowerCase()];
  });
}

describe("a built site", () => {
  let content = "";
  const build = async (out: string, ...options: string[]) =>
    broadsheet(inject("installation"), "build", "--content", content, "--out", out, "--url", "https://p.example.org/", ...options);
  const traces = (out: string) => everyFile(out).filter(([name, text]) => `${name}\n${text}`.toLowerCase().includes(SENTINEL));

  const write = (file: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  };

  it("holds no trace of stories that are kept back, and none of one that was published before", async () => {
    content = temporaryFolder();
    const out = join(temporaryFolder(), "site");
    const picture = (red: number) => sharp({ create: { width: 900, height: 600, channels: 3, background: { r: red, g: 90, b: 60 } } }).png().toBuffer(); // prettier-ignore
    write("mars.png", await picture(1));
    write(`${SENTINEL}.png`, await picture(2));
    write(`${SENTINEL}-text.png`, await picture(3));
    for (const n of [1, 2, 3, 4]) write(`story-${n}.md`, open(n));
    for (const [n, field] of BACK.entries()) write(`${SENTINEL}-${n}.md`, secret(field));
    write(`${SENTINEL}-public.md`, secret("genre: News"));
    await build(out, "--compress");
    const files = traces(out).map(([name]) => name);
    for (const kind of [/^article\/.*\.html$/u, /^data\/article\//u, /^topic\//u, /^pictures\/.*\.avif$/u, /\.br$/u, /atom|feed/u, /sitemap/u, /^data\/search\//u])
      expect(files.some((name) => kind.test(name)), String(kind)).toBe(true); // prettier-ignore
    write(`${SENTINEL}-public.md`, secret("embargo: 2999-12-01"));
    await build(out, "--compress");
    expect(traces(out).map(([name]) => name)).toEqual([]);
    expect(readdirSync(join(out, "pictures")).every((name) => name.startsWith("mars-"))).toBe(true);
    const anew = join(temporaryFolder(), "site");
    await build(anew, "--no-compress");
    expect(traces(anew)).toEqual([]);
    const names = (site: string) => everyFile(site).map(([name]) => name).filter((name) => !name.endsWith(".br")).toSorted(); // prettier-ignore
    expect(names(out)).toEqual(names(anew));
  });

  it("shows all of it in a preview, marked and not for search engines, and none once the folder is published", async () => {
    content = temporaryFolder();
    const out = join(temporaryFolder(), "site");
    write("story-1.md", open(1));
    write(`${SENTINEL}-draft.md`, secret("draft: true"));
    write(`${SENTINEL}-later.md`, secret("publishDate: 2999-12-01").replace(`The ${SENTINEL}`, `Later ${SENTINEL}`));
    await build(out, "--drafts", "--no-compress");
    const pages = everyFile(out).filter(([name]) => name.endsWith(".html"));
    expect(pages.filter(([, text]) => !text.includes('<meta name="robots" content="noindex"')).map(([name]) => name)).toEqual([]);
    const [, front = ""] = pages.find(([name]) => name === "index.html") ?? [];
    expect(front).toContain(`[draft] the ${SENTINEL}`);
    expect(front).toContain(`[scheduled] later ${SENTINEL}`);
    expect(readFileSync(join(out, "robots.txt"), "utf8")).toBe("User-agent: *\nDisallow: /\n");
    await build(out, "--no-compress");
    expect(traces(out)).toEqual([]);
    expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("noindex");
  });
});
