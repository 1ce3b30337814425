import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { newsletter } from "#cli/newsletter/newsletter.ts";
import { compile } from "#compiler/compile.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../../compiler/features/pictures/edition.ts";

const NOW = Date.parse("2026-11-30T07:00:00+01:00");

const story = (headline: string, date: string, more = ""): string =>
  `---\nheadline: ${headline}\ndate: ${date}\nstandfirst: What ${headline.toLowerCase()} means.\n${more}---\n\nThe text of ${headline.toLowerCase()}, which no letter has.\n`;

/** A paper whose last day has stories of every kind, and some that nobody may see. */
const PAPER = {
  "edition.json": JSON.stringify({
    name: "The Post",
    language: "en",
    timeZone: "Europe/Amsterdam",
    url: "https://post.example/",
    members: {},
  }),
  ".members/members.key": "A".repeat(43),
  "newsletter.json": JSON.stringify({
    note: { text: "Good *morning*, <b>readers</b>: [a walk](https://walk.example/).", day: "2026-11-30" },
    imprint: "The Post, Quay 1, Delft",
    unsubscribe: "*|UNSUB|*",
  }),
  "front.json": JSON.stringify({ lead: "tide", top: ["boat"] }),
  "articles/tide.md": story("Tide", "2026-11-30T05:00:00Z", "section: Sea\nauthors: [Ada Keane]\nimage: tide.png\n"),
  "articles/why.md": story("Why", "2026-11-29T12:00:00Z", "kind: opinion\nsection: Sea\ntopics: [Dikes]\n"),
  "articles/boat.md": story("Boat", "2026-11-30T05:30:00Z", "section: Sea\nsponsor:\n  name: Acme\n"),
  "articles/bot.md": story("Bot", "2026-11-29T11:00:00Z", "section: Town\nai:\n  for: [text]\n"),
  "articles/club.md": story("Club", "2026-11-29T10:00:00Z", "access: members\nsection: Town\n"),
  "articles/old.md": story("Old", "2026-11-28T05:00:00Z", "section: Sea\n"),
  "articles/draft.md": story("Sentinel draft", "2026-11-30T05:00:00Z", "draft: true\nsection: Sea\n"),
  "articles/embargo.md": story("Sentinel embargo", "2026-11-30T09:00:00Z", "section: Sea\n"),
  "articles/members.md": story("Sentinel members", "2026-11-30T05:00:00Z", "access: membres\nsection: Sea\n"),
};

/** A site of these files, as `broadsheet build` publishes it but for its pages. */
async function published(files: Record<string, string | Uint8Array>, preview = false) {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#0050a0" } })
    .png()
    .toBuffer();
  const content = contentOf({ "articles/tide.png": picture, ...files });
  const site = join(temporaryFolder(), "site");
  mkdirSync(site);
  await compile({ content, out: site, encode: false, now: NOW, preview });
  writeFileSync(join(site, "index.html"), "");
  return { content, site, out: temporaryFolder() };
}

async function write(options: Parameters<typeof newsletter>[0], now = NOW): Promise<Map<string, string>> {
  vi.spyOn(console, "log").mockReturnValue();
  await newsletter(options, now).finally(() => vi.restoreAllMocks());
  return filesIn(options.out);
}

it("writes the stories of a day as feeds have them, labelled, and none that is withheld", async () => {
  const files = await write(await published(PAPER));
  expect([...files.keys()]).toEqual(["2026-11-30.eml", "2026-11-30.html", "2026-11-30.txt", "preview.html"]);
  const expected = "tests/fixtures/newsletter/issue.txt";
  if (process.env["UPDATE_FIXTURES"]) writeFileSync(expected, files.get("2026-11-30.txt") ?? "");
  expect(files.get("2026-11-30.txt")).toBe(readFileSync(expected, "utf8"));
  const html = files.get("2026-11-30.html") ?? "";
  expect(html).toContain('<html dir="ltr" lang="en">');
  for (const said of [
    "Paid for by Acme",
    "Opinion",
    "Written with AI.",
    'href="*|UNSUB|*"',
    "The Post, Quay 1, Delft",
    "&lt;b&gt;readers&lt;/b&gt;",
  ])
    expect(html).toContain(said);
  expect(html).toContain('<a href="https://walk.example/">a walk</a>');
  expect(html).toContain("@media (prefers-color-scheme:dark)");
  // Both cells of an advertisement have a light ground in their attributes, which letters by night must replace.
  expect(html).toMatch(/\.sponsored td\{background-color:#[0-9a-f]{6}!important\}/u);
  for (const text of files.values()) expect(text).not.toMatch(/Sentinel|which no letter has|Old/u);
  expect(files.get("2026-11-30.eml")).toMatch(/^X-Unsent: 1[\s\S]+Subject: Tide\r\n[\s\S]+text\/plain[\s\S]+text\/html/u);
});

it("counts a story without a time for its whole day", async () => {
  const dated = (day: string) => ({ "articles/why.md": story("Why", day), "newsletter.json": "{}" });
  const textOf = async (files: Record<string, string>) =>
    (await write(await published({ "edition.json": PAPER["edition.json"], "articles/tide.md": PAPER["articles/tide.md"], ...files }))).get(
      "2026-11-30.txt",
    );
  expect(await textOf(dated("2026-11-29"))).toContain("/article/why");
  expect(await textOf(dated("2026-11-28"))).not.toContain("/article/why");
});

it("writes parts in their order, each story once, and the edition that is asked for, from right to left", async () => {
  const paper = await published({
    ...PAPER,
    "edition.json": JSON.stringify({ name: "The Post", url: "https://post.example/", languages: { ar: { name: "البريد" } } }),
    "newsletter.json": JSON.stringify({ parts: [{ topic: "Dikes", name: "Water" }, { section: "sea", count: 2 }, { section: "Town" }] }),
    "articles/mina.md": story("ميناء", "2026-11-30T05:00:00Z", "language: ar\nsection: Town\n"),
  });
  const files = await write(paper);
  expect(files.get("2026-11-30.txt")?.match(/^(?:WATER|SEA|TOWN|Why|Tide|Paid for by.*|Bot)$/gmu)).toEqual([
    "WATER",
    "Why",
    "SEA",
    "Tide",
    "Paid for by Acme: Boat",
    "TOWN",
    "Bot",
  ]);
  writeFileSync(join(paper.content, "newsletter.json"), "{}");
  const arabic = await write({ ...paper, out: temporaryFolder(), edition: "ar" });
  const html = arabic.get("2026-11-30-ar.html") ?? "";
  expect(html).toContain('<html dir="rtl" lang="ar">');
  expect(html).toContain("تصلك هذه الرسالة لأنك طلبتها من البريد.");
  expect(html).toContain("https://post.example/ar/article/");
  await expect(write({ ...paper, edition: "fr" })).rejects.toThrow("The paper has no edition in fr: it has en, ar.");
});

it("makes the letter of an edition as its own file says, without the parts that it has no stories of", async () => {
  const paper = await published({
    ...PAPER,
    "edition.json": JSON.stringify({ name: "The Post", url: "https://post.example/", members: {}, languages: { nl: {} } }),
    "newsletter.json": JSON.stringify({
      imprint: "The Post, Quay 1",
      note: { text: "Good morning" },
      parts: [{ section: "Town", name: "Around town" }, { section: "Sea" }],
    }),
    "articles/haven.md": story("Haven", "2026-11-30T05:00:00Z", "language: nl\nsection: Town\n"),
  });
  const said = vi.spyOn(console, "error").mockReturnValue();
  const shared = (await write({ ...paper, edition: "nl" })).get("2026-11-30-nl.txt") ?? "";
  expect(said.mock.calls).toEqual([
    ["newsletter.json: parts.1.section is “Sea”, of which the edition nl has no page, so its letter goes without this part."],
  ]);
  expect(shared).toMatch(/^The Post\n[^\n]+\n\nTOWN\n=+\n\nTown\nHaven\n[\s\S]+The Post, Quay 1\n$/u);
  writeFileSync(
    join(paper.content, "newsletter.nl.json"),
    JSON.stringify({ name: "De Brief", note: { text: "Goedemorgen" }, every: "week" }),
  );
  const own = (await write({ ...paper, out: temporaryFolder(), edition: "nl" })).get("2026-W49-nl.txt") ?? "";
  expect(own).toMatch(/^De Brief\n[^\n]+\n\nGoedemorgen\n\nTOWN\n=+\n\nTown\nHaven\n[\s\S]+The Post, Quay 1\n$/u);
  writeFileSync(join(paper.content, "newsletter.nl.json"), '{ "nome": "De Brief" }');
  await expect(write({ ...paper, edition: "nl" })).rejects.toThrow("newsletter.nl.json:1");
});

it("has a story on the day on which its embargo ended, in the part that it belongs to", async () => {
  const parts = [{ topic: "Dikes" }, { section: "Sea" }];
  const late = story("Late", "2026-01-05", "embargo: 2026-11-30T05:59:00Z\nsection: Sea\n");
  const paper = await published({ ...PAPER, "newsletter.json": JSON.stringify({ parts }), "articles/late.md": late });
  expect((await write(paper)).get("2026-11-30.txt")).toMatch(/DIKES\n[\s\S]+SEA\n=+\n\nSea\nLate\n/u);
  expect((await write({ ...paper, out: temporaryFolder() }, NOW + 86_400_000)).get("2026-12-01.txt")).toBeUndefined();
});

it("makes the issue of a week, and none when nothing was published", async () => {
  const paper = await published({ ...PAPER, "newsletter.json": '{ "every": "week" }' });
  const week = await write(paper);
  expect([...week.keys()]).toContain("2026-W49.html");
  expect(week.get("2026-W49.txt")).toContain("\nOld\n");
  const out = temporaryFolder();
  expect(await write({ ...paper, out }, NOW + 30 * 86_400_000)).toEqual(new Map());
  expect(await write({ ...paper, out, since: "2026-11-30T07:00" })).toEqual(new Map());
});

it.each([
  ['{ "cuont": 5 }', "newsletter.json:1"],
  ['{ "parts": [{ "section": "Sea", "topic": "Dikes" }] }', "must have one of section, topic, place, author, thread"],
  ['{ "parts": [{ "section": "Saa" }] }', "parts.0.section is “Saa”, of which the site has no page"],
  ['{ "note": { "text": "Hello", "day": "tomorrow" } }', "must be a day such as 2026-11-30"],
])("says what is wrong with %s, and writes nothing", async (file, sentence) => {
  const paper = await published({ ...PAPER, "newsletter.json": file });
  const said: unknown = await write(paper).catch((error: unknown) => error);
  expect(String(said)).toContain(sentence);
  expect(String(said)).not.toMatch(/(Correct it[^.]*\.).*\1/u);
  expect(filesIn(paper.out)).toEqual(new Map());
});

it("takes no letter from a preview with drafts, from nowhere, or for a paper without an address", async () => {
  await expect(write(await published(PAPER, true))).rejects.toThrow("is a preview with drafts");
  const paper = await published(PAPER);
  await expect(write({ ...paper, site: paper.out })).rejects.toThrow("There is no site in");
  const { "newsletter.json": _newsletter, ...rest } = PAPER;
  await expect(write(await published(rest))).rejects.toThrow("so the paper has no newsletter");
  const nowhere = await published({ ...PAPER, "edition.json": "{}" });
  await expect(write(nowhere)).rejects.toThrow("Set url in edition.json");
});
