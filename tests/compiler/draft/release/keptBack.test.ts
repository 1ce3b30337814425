import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile, type Compiled } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { fieldsOfMeaning, type Meaning } from "../../../../src/compiler/draft/release/releaseFields.ts";
import { released } from "../../../../src/compiler/refine/released.ts";
import { readDrafts } from "../../../../src/compiler/reading/readDrafts.ts";
import { makeSettings } from "../../../support/makeSettings.ts";
import { contentOf } from "../../features/pictures/edition.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

/** Stands in everything that a story which is kept back has of its own. */
const SENTINEL = "zqxsecret";

const LATER = "2999-12-01T06:00:00Z";
const EARLIER = "2001-12-01T06:00:00Z";

/** For each meaning, values that keep a story back. */
const BACK: Record<Meaning, unknown[]> = {
  release: [LATER, "2999-12-01", "1 December 2999", 32_500_915_200],
  embargo: [LATER, "2999-12-01", true, "soon", "next Tuesday"],
  expiry: [EARLIER, "2001-12-01", "soon", true],
  status: ["draft", "Private", "pending", "trash", "archived", "future", "scheduled", "unpublished", "in review", "stat:withheld", "odd"],
  stage: ["draft", "In Review", "archived", "withheld", "private"],
  audience: ["members", "paid", "tiers", "private", "internal", "only_paid", "label:vip"],
  hides: [true, "yes", 1, "True", "perhaps"],
  shows: [false, "no", 0, "False", "perhaps"],
  flags: [true, "yes"],
  grants: [false, "no"],
  locks: ["opensesame", true, ["a", "b"]],
  robots: ["noindex", "noindex, nofollow", ["noindex"], "none", `unavailable_after: ${EARLIER}`],
  build: [{ render: "never" }, { list: "never" }, { render: false }, { list: "local" }, { render: "link", list: "always" }],
  sitemap: [false, "false", { exclude: true }, { disable: true }],
  address: [false],
};

/** And values that do not. */
const OPEN: Record<Meaning, unknown[]> = {
  release: [EARLIER],
  embargo: [EARLIER, false, "none"],
  expiry: [LATER, false, "never"],
  status: ["published", "Publish", "stat:usable", "corrected"],
  stage: ["California", "final"],
  audience: ["public", "everyone"],
  hides: [false, "no", 0],
  shows: [true, "yes", 1],
  flags: [false, "The Beatles", ["John", "Paul"]],
  grants: [true, "https://example.org/"],
  locks: [false, ""],
  robots: ["index, follow", "all", { index: true }],
  build: [{ render: "always", list: "always" }, { publishResources: false }],
  sitemap: [{ priority: 0.5 }, "weekly", true],
  address: ["/old/address/"],
};

const MEANINGS = [
  "release", "embargo", "expiry", "status", "stage", "audience", "hides", "shows", "flags", "grants", "locks", "robots", "build", "sitemap", "address",
] as const satisfies Meaning[]; // prettier-ignore

type Fields = Record<string, unknown>;

/** How each source writes a story. */
const SOURCES: Record<string, { extension: string; write: (fields: Fields, body: string) => string }> = {
  json: { extension: "json", write: (fields, body) => JSON.stringify({ ...fields, body }) },
  page: { extension: "json", write: (fields, body) => JSON.stringify({ article: { ...fields, body } }) },
  yaml: { extension: "md", write: (fields, body) => `---\n${lines(fields, ": ")}---\n${body}\n` },
  toml: { extension: "md", write: (fields, body) => `+++\n${lines(fields, " = ")}+++\n${body}\n` },
  hugo: { extension: "md", write: (fields, body) => `${JSON.stringify(fields, null, 1)}\n\n${body}\n` },
};

const lines = (fields: Fields, between: string): string =>
  Object.entries(fields)
    .map(
      ([name, value]) =>
        `${JSON.stringify(name)}${between}${between === " = " && typeof value === "object" ? inlineTable(value) : JSON.stringify(value)}\n`,
    )
    .join("");

const inlineTable = (value: unknown): string =>
  Array.isArray(value) ? JSON.stringify(value) : JSON.stringify(value).replace(/"(\w+)":/gu, "$1 = ");

const SVG = (words: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"><title>${words}</title></svg>`;

/** A story that is public but for the fields that are given. */
function secret(n: number, source: string, fields: Fields): { file: string; text: string } {
  const { extension = "", write = () => "" } = SOURCES[source] ?? {};
  const words = `${SENTINEL} ${n}`;
  const own = {
    headline: `The ${words}`,
    datePublished: "2024-04-22T07:10:00Z",
    standfirst: words,
    section: `Section ${SENTINEL}`,
    topics: ["Mars", `Topic ${SENTINEL}`],
    places: [`Place ${SENTINEL}`],
    authors: [`Jane ${SENTINEL}`],
    image: { file: `${SENTINEL}.svg`, alt: words },
  };
  return { file: `${SENTINEL}-${n}.${extension}`, text: write({ ...own, ...fields }, `Words of ${words}, floods in Venice.`) };
}

const PUBLIC = `---\nheadline: Ingenuity signs off\ndatePublished: 2024-04-22T07:10:00Z\ntopics: [Mars]\nimage: { file: shared.svg, alt: Mars }\n---\nFloods in Venice.\n`;

const build = (content: string, more: Partial<CompileOptions> = {}): Promise<Compiled> =>
  compile({ content, out: temporaryFolder(), ...more });

function expectNothingOf(out: string): void {
  const found = [...filesIn(out)].filter(([file, text]) => `${file}\n${text}`.toLowerCase().includes(SENTINEL));
  expect(found.map(([file, text]) => [file, new RegExp(`.{0,40}${SENTINEL}.{0,40}`, "iu").exec(text)?.[0]])).toEqual([]);
}

describe.each(Object.keys(SOURCES))("a story of %s", (source) => {
  it("leaves no trace in the site where any field keeps it back, and the report names file, field and value", async () => {
    const cases = MEANINGS.flatMap((meaning) =>
      fieldsOfMeaning(meaning).flatMap((field, n) =>
        BACK[meaning].filter((_, index) => isAllOf(source) || index === n % BACK[meaning].length).map((value) => ({ field, value })),
      ),
    ).filter(({ field }) => field !== "datePublished");
    const stories = cases.map(({ field, value }, n) => secret(n, source, { [field]: value }));
    const content = contentOf({
      "public.md": PUBLIC,
      "shared.svg": SVG("shared"),
      [`${SENTINEL}.svg`]: SVG(SENTINEL),
      ...Object.fromEntries(stories.map(({ file, text }) => [file, text])),
    });
    const out = temporaryFolder();
    const { counts } = await build(content, { out });
    const skipped = new Map(counts.skipped.map(({ file, reason }) => [file, reason]));
    const silent = cases.filter(({ field }, n) => !skipped.get(stories[n]?.file ?? "")?.includes(field));
    expect(silent.map(({ field, value }, n) => [field, value, skipped.get(stories[n]?.file ?? "")])).toEqual([]);
    expect(counts.published).toBe(1);
    expectNothingOf(out);
  });

  it("is public where no field keeps it back", async () => {
    const cases = MEANINGS.flatMap((meaning) =>
      fieldsOfMeaning(meaning).flatMap((field, n) =>
        OPEN[meaning].filter((_, index) => index === n % OPEN[meaning].length).map((value) => ({ field, value })),
      ),
    ).filter(({ field }) => !["date", "datePublished"].includes(field));
    const stories = cases.map(({ field, value }, n) => secret(n, source, { [field]: value }));
    const content = contentOf(Object.fromEntries(stories.map(({ file, text }) => [file, text])));
    const { drafts, skipped } = await readDrafts(content, makeSettings(), () => {});
    expect([...skipped, ...released(drafts, makeSettings(), () => {}).skipped]).toEqual([]);
  });
});

/** Every value of every field in one of them; in the others, which share what decides, the values in turn. */
const isAllOf = (source: string): boolean => source === "json";

describe("a story that is kept back", () => {
  const withFields = (fields: Fields): string => secret(1, "yaml", fields).text;

  it("takes its pictures with it, and leaves those that another story shows", async () => {
    const body = `![In the text](${SENTINEL}-text.svg)\n\n[A link](${SENTINEL}-link.svg) ![Shared](shared.svg)\n`;
    const text = `${withFields({})}${body}`;
    const content = contentOf({
      "public.md": PUBLIC,
      "shared.svg": SVG("shared"),
      [`${SENTINEL}.svg`]: SVG("one"),
      [`${SENTINEL}-text.svg`]: SVG("two"),
      [`${SENTINEL}-link.svg`]: SVG("three"),
      // The same bytes by another name: the name is private.
      "aaa.svg": SVG("shared"),
      [`aaa-${SENTINEL}.svg`]: SVG("shared"),
      "nobody.svg": SVG("nobody"),
      "story.md": text,
      "same.md": `${withFields({ draft: true })}![Shared](aaa-${SENTINEL}.svg)\n`,
    });
    const out = temporaryFolder();
    const pictures = () => (existsSync(join(out, "pictures")) ? readdirSync(join(out, "pictures")) : []).map((name) => name.replace(/-[0-9a-f]{8}/u, "")); // prettier-ignore
    await build(content, { out });
    expect(pictures().filter((name) => name.endsWith(".svg")).toSorted()).toEqual(["shared.svg", `${SENTINEL}-link.svg`, `${SENTINEL}-text.svg`, `${SENTINEL}.svg`]); // prettier-ignore
    writeFileSync(join(content, "story.md"), text.replace("---\n", "---\nembargo: 2999-01-01\n"));
    await build(content, { out });
    expect(pictures()).toEqual(["shared-card.png", "shared.svg"]);
    expectNothingOf(out);
  });

  it("goes from the site at its moment, and comes at its moment, without a change of its file", async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const content = contentOf({
      "public.md": PUBLIC,
      "shared.svg": SVG("shared"),
      [`${SENTINEL}.svg`]: SVG("x"),
      "goes.md": secret(1, "yaml", { expires: soon }).text,
      "comes.md": PUBLIC.replace("Ingenuity signs off", "It comes").replace("---\n", `---\nembargo: ${soon}\n`),
    });
    const state = { folder: temporaryFolder(), version: "1" };
    const out = temporaryFolder();
    const first = await build(content, { out, state });
    expect(first.schedule).toMatchObject({ due: [{ file: "comes.md" }], ends: [{ file: "goes.md" }] });
    const later = await build(content, { out, state, now: Date.now() + 7_200_000 });
    expect(later.counts.skipped).toEqual([{ file: "goes.md", reason: expect.stringMatching(/^It has expired \(expires: /u) }]);
    expect(filesIn(out).has("data/article/comes.json")).toBe(true);
    expectNothingOf(out);
    const anew = temporaryFolder();
    await build(content, { out: anew, state: { folder: temporaryFolder(), version: "1" }, now: Date.now() + 7_200_000 });
    const files = (folder: string) => new Map([...filesIn(folder)].filter(([file]) => file !== ".broadsheet-build"));
    expect(files(out)).toEqual(files(anew));
  });

  it("waits for the last of its moments; --future brings a date forward, and no embargo", async () => {
    const due = async (fields: Fields, future = false) => {
      const { counts, schedule } = await build(contentOf({ "a.md": withFields(fields) }), { future });
      return [counts.published, schedule?.due.map(({ at }) => new Date(at).toISOString().slice(0, 10))];
    };
    const moments = { publishDate: "2998-01-01", embargo: "2999-01-01" };
    expect(await due(moments)).toEqual([0, ["2999-01-01"]]);
    expect(await due(moments, true)).toEqual([0, ["2999-01-01"]]);
    expect(await due({ publishDate: "2998-01-01" }, true)).toEqual([1, []]);
    expect(await due({ status: "scheduled", publishDate: "2998-01-01" })).toEqual([0, ["2998-01-01"]]);
    expect(await due({ status: "scheduled", publishDate: "2018-01-01" })).toEqual([1, []]);
    expect(await due({ ...moments, draft: true })).toEqual([0, []]);
    expect(await due({ publishDate: "2998-01-01", expires: "2997-01-01" })).toEqual([0, []]);
  });

  it("is found in groups of fields, in folders and under spellings that nobody has thought of", async () => {
    const stories = {
      "a.md": withFields({ params: { private: true } }),
      "b.md": withFields({ extra: { seo: { noindex: true } } }),
      "c.md": withFields({ "embargo-lifts": LATER }),
      "d.md": withFields({ Hide_From_No_Index_Now: true }),
      "e.json": JSON.stringify({ status: "draft", article: JSON.parse(secret(1, "json", { status: "published" }).text) }),
      "drafts/f.json": secret(1, "json", {}).text,
      "_private/g.md": withFields({}),
      "h.md": withFields({ PUBLISH_DATE: LATER }),
      "i.md": withFields({ robots: { index: false } }),
      "j.md": withFields({ darft: true }),
      "k.json": secret(1, "json", { embrago: LATER }).text,
      "l.md": withFields({ "publish_at-utc": LATER }),
      "m.md": withFields({ "dcterms:available": LATER }),
      "n.md": withFields({ "available-through": EARLIER }),
      "o.md": withFields({ doNotPublish: true }),
      "p.md": withFields({ not_for_publication: "yes" }),
      "q.md": withFields({ "publish-on-web": false }),
      "r.md": withFields({ ghost: { visibility: "members" } }),
      "s.md": withFields({ extra: [{ draft: true }] }),
      "t.md": withFields({}).replace("---\n", "---\nshared: &shared { draft: true }\n<<: *shared\n"),
    };
    const { counts } = await build(contentOf(stories));
    expect(counts.skipped.map(({ file }) => file).toSorted()).toEqual(Object.keys(stories).toSorted());
  });

  it("is told in one voice where the name of its field is misspelt", async () => {
    const { counts, problems } = await build(contentOf({ "a.md": withFields({ darft: true }) }));
    expect(counts.skipped[0]?.reason).toBe("It is marked as not public (darft: true).");
    const message = 'The field "darft" is not known here. It was taken for one that can keep a story back.';
    expect(problems).toContainEqual(expect.objectContaining({ file: "a.md", message, nearest: "draft" }));
  });

  it("is shown to those who make the paper, marked wherever it is named", async () => {
    const out = temporaryFolder();
    const stories = { "a.md": withFields({ draft: true }), "b.md": withFields({ embargo: LATER }), "c.md": withFields({ noindex: true }) };
    const { counts } = await build(contentOf({ ...stories, "public.md": PUBLIC }), { out, preview: true });
    expect(counts).toMatchObject({ read: 4, published: 4 });
    const named = filesIn(out)
      .get("data/latest.json")
      ?.match(/\[(?:Draft|Scheduled|Not public)\] The zqx/gu);
    expect([...new Set(named)].toSorted()).toEqual(["[Draft] The zqx", "[Not public] The zqx", "[Scheduled] The zqx"]);
  });

  it("never has its password in the report", async () => {
    const { counts, problems } = await build(contentOf({ "a.md": withFields({ password: "opensesame" }) }));
    expect(JSON.stringify([counts, problems])).not.toContain("opensesame");
    expect(counts.skipped[0]?.reason).toBe("It is protected, and not for everybody (password).");
  });
});

it("is public where it says for whom it was written, as schema.org has it", async () => {
  const story = secret(1, "json", { audience: { "@type": "Audience", audienceType: "Teachers" } });
  const { counts } = await build(contentOf({ [story.file]: story.text, [`${SENTINEL}.svg`]: SVG(SENTINEL) }));
  expect(counts).toMatchObject({ published: 1, skipped: [] });
});
