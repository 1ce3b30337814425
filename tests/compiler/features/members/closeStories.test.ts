import { unzipSync } from "fflate";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { compile, type Compiled } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { beginning } from "#compiler/features/members/closeStories.ts";
import { indexed } from "#compiler/features/search/editionIndex.ts";
import { KEY_VARIABLE, MemberKeys } from "#compiler/features/members/memberKeys.ts";
import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import { readBase64url } from "#content/base64url.ts";
import { unseal, unwrapKey } from "#content/members/sealing.ts";
import { keyOfPhrase, phraseOf, readPhrase, textOfPhrase } from "#content/members/passPhrase.ts";
import { makeSettings } from "../../../support/makeSettings.ts";
import { RecordedPaper, recordedStory } from "../../../support/publish.ts";
import { temporaryFolder, writeFiles } from "../../../support/temporaryFolder.ts";
import { photo } from "../pictures/photo.ts";

const KEY = "k".repeat(42) + "A";

/** A paper's settings with everything on that is made of the texts of stories. */
const SETTINGS = {
  url: "https://post.example/",
  members: { tiers: [{ name: "Members" }, { name: "Patrons" }], join: "/membership" },
  epub: {},
  feeds: { fullText: true },
  markdown: true,
  record: {},
  threads: true,
  podcast: { email: "post@post.example" },
  places: [{ name: "Zanzibar" }],
};

/** A story whose closed fields and closed text have a word. Around it are open stories about the same and about the word. */
const closedStory = (word: string, access = "members"): string => `---
headline: The harbour accounts
standfirst: What the harbour paid.
datePublished: 2026-12-01T07:10:00Z
access: ${access}
topics: [Harbour]
image: {url: lead.jpg, alt: The harbour}
audio: ${word}.mp3
corrections:
  - date: 2026-12-01T09:00:00Z
    text: It was not the ${word}.
citations: [{title: "The ${word} report", url: "https://post.example/${word}"}]
---

The first paragraph is open, and [leads down](#${word}).

The second is open too.[^${word}]

The third names ${word} and Zanzibar.

## ${word}

![A ${word} at sea](${word}.jpg "The ${word}")

> Quoting ${word}.

| ${word} | Sum |
| ------- | --- |
| ${word} | 1   |

[^${word}]: A note about ${word}.
`;

const open = (headline: string, text: string): string =>
  `---\nheadline: ${headline}\ndatePublished: 2026-11-28T07:10:00Z\ntopics: [${headline}]\n---\n\n${text}\n`;

async function paperWith(word: string, access?: string, settings: object = SETTINGS): Promise<string> {
  const folder = temporaryFolder();
  writeFiles(folder, {
    "edition.json": JSON.stringify(settings),
    "articles/closed.md": closedStory(word, access),
    "articles/a.md": open("Walrus", "A story about the walrus, the walrus of Zanzibar, and what the walrus did."),
    "articles/b.md": open("Ocelot", "A story about the ocelot, the ocelot of Zanzibar, and what the ocelot did."),
    "articles/lead.jpg": await photo(64, 40).jpeg().toBuffer(),
    [`articles/${word}.jpg`]: await photo(48, 40).jpeg().toBuffer(),
    [`articles/${word}.mp3`]: new Uint8Array(400).fill(7),
  });
  return folder;
}

async function build(content: string, more: Partial<CompileOptions> = {}): Promise<{ out: string; compiled: Compiled }> {
  const out = temporaryFolder();
  return { out, compiled: await compile({ content, out, now: Date.parse("2026-12-02T00:00:00Z"), ...more }) };
}

function withKey(key = KEY): void {
  process.env[KEY_VARIABLE] = key;
  onTestFinished(() => void delete process.env[KEY_VARIABLE]);
}

/** All files of a site, those in its books too; sealed ones only by their number, since their names change with what is in them. */
function publicFiles(out: string): Map<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(out, name)).isFile());
  const plain = (text: string): string => text.replace(/closed-[\da-f]{24}/gu, "closed-X").replace(/"key":"[\w-]+"/gu, "");
  const files = names.flatMap((name): [string, string][] => {
    const bytes = readFileSync(join(out, name));
    if (/\/closed-[\da-f]{24}\.bin$/u.test(name)) return [];
    if (!name.endsWith(".epub")) return [[name, plain(bytes.toString("latin1"))]];
    return Object.entries(unzipSync(bytes)).map(([part, inner]) => [`${name}/${part}`, Buffer.from(inner).toString("latin1")]);
  });
  const sealed = names.filter((name) => name.includes("closed-")).length;
  return new Map([...files, ["sealed files", String(sealed)]]);
}

const articleIn = (out: string): Article => JSON.parse(readFileSync(join(out, "data/article/closed.json"), "utf8")).article;

it("publishes nothing that depends on the closed part of a story, under any name", async () => {
  withKey();
  const [one, other] = await Promise.all([build(await paperWith("walrus")), build(await paperWith("ocelot"))]);
  expect(one.compiled.counts.published).toBe(3);
  const [files, others] = [publicFiles(one.out), publicFiles(other.out)];
  expect([...files.keys()]).toEqual([...others.keys()]);
  const differing = [...files].filter(([name, text]) => others.get(name) !== text).map(([name]) => name);
  expect(differing).toEqual([]);
  const members = [...files].filter(([name]) => name.startsWith("data/article/closed"));
  expect(members).toHaveLength(1);
  expect(String(members[0]?.[1])).not.toContain("walrus report");
  expect(Number(files.get("sealed files"))).toBeGreaterThan(2);
});

it("labels closed stories, and no others, in lists, search, feeds and Markdown", async () => {
  withKey();
  const { out } = await build(await paperWith("walrus"));
  const read = (file: string): string => readFileSync(join(out, file), "utf8");
  const labelled = (file: string): unknown[] => [...read(file).matchAll(/"members":"([^"]+)"/gu)].map(([, label]) => label);
  expect(labelled("data/latest.json")).toEqual(["For members"]);
  expect(labelled("data/topic/harbour.json")).toEqual(["For members"]);
  expect(indexed(articleIn(out), makeSettings(SETTINGS)).stored).toMatchObject({ members: "For members" });
  const { items } = JSON.parse(read("feed.json"));
  expect(items.map(({ title, tags }: { title: string; tags: string[] }) => [title, tags.includes("For members")])).toEqual([
    ["The harbour accounts", true],
    ["Ocelot", false],
    ["Walrus", false],
  ]);
  expect(read("article/closed.md")).toMatch(/^members: "For members"\n[\s\S]+\n\*\*For members\*\*\n/mu);
  expect(read("llms.txt").match(/For members/gu)).toHaveLength(1);
});

it("opens the rest with the pass phrase of the month or a later one, and of a higher tier", async () => {
  withKey();
  const { out } = await build(await paperWith("walrus", "Patrons"));
  const article = articleIn(out);
  expect(article.body.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
  expect(JSON.stringify(article.body)).not.toContain("walrus");
  expect(article.members).toMatchObject({ month: "2026-12", join: "/membership", tiers: [{ id: "patrons", name: "Patrons" }] });
  const keys = new MemberKeys(readBase64url(KEY) ?? new Uint8Array(), makeSettings(SETTINGS).members ?? expect.fail());
  const read = async (tier: string, month: string) => {
    const phrase =
      readPhrase(
        textOfPhrase(await keys.phrase(tier, month))
          .toUpperCase()
          .replaceAll("-", " "),
      ) ?? expect.fail();
    const now = await phraseOf(phrase, "2026-12");
    const wrapped = article.members?.tiers[0]?.key ?? "";
    const key = now && (await unwrapKey(readBase64url(wrapped) ?? expect.fail(), await keyOfPhrase(now)));
    if (!key) return undefined;
    const sealed = new Uint8Array(readFileSync(join(out, article.members?.file ?? "")));
    return JSON.parse(inflateRawSync(await unseal(key, sealed)).toString());
  };
  const part = await read("patrons", "2026-12");
  expect(JSON.stringify(part.article.body)).toContain("Quoting walrus");
  expect(part.article).toMatchObject({ citations: [{ title: "The walrus report" }], corrections: [{}], audio: { kind: "episode" } });
  const picture = Object.values<{ url: string; key: string; type: string }>(part.files).find(({ type }) => type === "image/jpeg");
  const bytes = await unseal(
    readBase64url(picture?.key ?? "") ?? expect.fail(),
    new Uint8Array(readFileSync(join(out, picture?.url ?? ""))),
  );
  expect(Array.from(bytes.slice(0, 2))).toEqual([0xff, 0xd8]);
  expect(await read("patrons", "2027-03")).toEqual(part);
  expect(await read("patrons", "2026-11")).toBeUndefined();
  expect(await read("members", "2026-12")).toBeUndefined();
});

it("makes the same files again on another machine, and keeps those of an unchanged story", async () => {
  withKey();
  const content = await paperWith("walrus");
  const sealedIn = (out: string) =>
    readdirSync(join(out, "media")).map((name) => [name, readFileSync(join(out, "media", name)).toString("hex")]);
  const first = await build(content);
  const second = await build(content);
  expect(sealedIn(second.out)).toEqual(sealedIn(first.out));
  const again = await compile({ content, out: first.out, now: Date.parse("2026-12-02T00:00:00Z") });
  expect(again.built?.files).toMatchObject({ written: [], removed: [] });
});

it.each([
  ["a tier that there is not", "patron"],
  ["a tier, and everybody below it", "members\naccess: public"],
  ["several tiers", "[members, patrons]"],
  ["a tier and a draft", "members\ndraft: true"],
  ["a tier and an audience", "members\nvisibility: staff"],
  ["a live blog", "members\ntype: liveblog"],
  ["another word for members", "subscribers"],
  ["a tier in a group", "{tier: patrons}"],
  ["a tier in a field of that name", "public\ntier: Patrons"],
])("keeps a story back, as without the setting: %s", async (_, access) => {
  withKey();
  const { compiled } = await build(await paperWith("walrus", access), { encode: false });
  expect(compiled.counts.skipped.map(({ file }) => file)).toEqual(["articles/closed.md"]);
});

it("reports a word that names no tier with the tiers, and not one that keeps a story from everybody", async () => {
  withKey();
  const reported = async (access: string) => {
    const { compiled } = await build(await paperWith("walrus", access), { encode: false });
    const found = compiled.problems.filter(({ place }) => place === "access");
    return found.map(({ file, message, remedy }) => [file, `${message} ${remedy}`]);
  };
  const tiers = 'Write a tier of "members" in edition.json (Members, Patrons), or "members" for all of them.';
  const kept = (word: string) => `It was kept back, since “${word}” names no tier of the paper’s members (reported once for all files).`;
  expect(await reported("Patron")).toEqual([["articles/closed.md", `${kept("Patron")} Did you mean "Patrons"? ${tiers}`]]);
  // A tier of another name before, and a word that services for members use.
  expect(await reported("supporters")).toEqual([["articles/closed.md", `${kept("supporters")} ${tiers}`]]);
  for (const access of ["private", "public", "patrons"]) expect(await reported(access)).toEqual([]);
});

const text = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });

it.each<[string, Block[], number]>([
  ["only a note", [text("One"), text("Two"), { type: "note", id: "n", children: [text("Note")] }], 1],
  ["only a correction", [text("One"), { type: "correction", children: [] }], 0],
  ["a line and no more", [text("One"), text("Two"), { type: "divider" }], 1],
  ["a paragraph after a line", [text("One"), { type: "divider" }, text("Two"), text("Three")], 1],
  ["the words of a picture", [text("One"), { ...text("A sluice"), ofPicture: true }, text("Two"), text("Three")], 1],
  ["a table", [text("One"), text("Two"), { type: "table", head: [], rows: [] }], 2],
])("never opens the whole text of a story: %s", (_, body, count) => {
  expect(beginning(body, 3)).toEqual(body.slice(0, count));
});

it("keeps closed stories back in a paper without members, and opens those for everybody", async () => {
  const { members: _, ...without } = SETTINGS;
  const { compiled } = await build(await paperWith("walrus", "members", without), { encode: false });
  expect(compiled.counts.skipped).toEqual([{ file: "articles/closed.md", reason: "It is not for everybody (access: members)." }]);
  withKey();
  const { out } = await build(await paperWith("walrus", "public"), { encode: false });
  expect(articleIn(out).members).toBeUndefined();
});

it("keeps a story closed whose file can no longer be parsed, unless it names no tier", async () => {
  withKey();
  const paper = new RecordedPaper(
    { "articles/closed.md": recordedStory("Closed", "One.\n\nTwo.\n\nThree.", "access: members\n") },
    { members: {} },
  );
  const broken = (access: string) => `---\nheadline: [Closed\n${access}\n---\nOne.\n`;
  const publish = async (text?: string): Promise<{ skipped: number; article?: Article }> => {
    if (text !== undefined) writeFiles(paper.content, { "articles/closed.md": text });
    const { counts } = await paper.publish({ now: "2026-12-02T00:00:00Z" });
    return { skipped: counts.skipped.length, ...(counts.published > 0 && { article: articleIn(paper.out) }) };
  };
  const { article } = await publish();
  expect(article).toMatchObject({ members: { month: "2024-04" }, body: [{}, {}] });
  expect(await publish(broken("access: members"))).toEqual({ skipped: 0, article });
  expect(await publish(broken("topics: [Mars]"))).toEqual({ skipped: 0, article });
  expect(await publish(broken("access: mebmers"))).toEqual({ skipped: 1 });
  // A state that is lost leaves only the beginning of the story.
  rmSync(besideSite(paper.out, "state"), { recursive: true });
  expect((await publish(broken("access: members"))).article).toBeUndefined();
});

it("does not begin a build that is published without a key, or with a broken one", async () => {
  const content = await paperWith("walrus");
  const { problems, counts } = (await build(content)).compiled;
  expect(problems).toMatchObject([
    { place: "members", severity: "error", remedy: expect.stringMatching(/^If the paper had one, bring back your copy/u) },
  ]);
  expect(counts.published).toBe(0);
  withKey("too short");
  expect((await build(content)).compiled.problems[0]?.message).toContain(KEY_VARIABLE);
});
