import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ghostArchive } from "../../../../src/compiler/formats/ghost/ghostArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { valueAt, withAnyValue } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/ghost", name, "source.json"), "utf8");

archiveCases(ghostArchive);

/** What JSON can hold and JavaScript can make neither a text nor a number of. */
const NO_TEXT = { toString: "" };

test("a page comes along when pages are asked for", async () => {
  const { drafts } = await readArchive(ghostArchive, "export.json", fixture("lexical"), { types: ["page"] });
  expect(drafts.map(({ slug }) => slug)).toContain("held-3");
});

test("the first tag is a topic like the others when it is asked for", async () => {
  const { drafts } = await readArchive(ghostArchive, "export.json", fixture("mobiledoc"), { firstTag: "topic" });
  expect(drafts[0]).toMatchObject({ section: undefined, topics: [{ slug: "harbour" }, { slug: "cranes" }] });
});

test.each(["version0", "mobiledoc", "lexical"])("no account's email, hash or key of %s comes out", async (name) => {
  const text = fixture(name);
  const secrets = [
    ...text.matchAll(
      /"(?:email|password)": "([^"]+)"|"(?:session_secret|members_private_key|ghost_private_key|stripe_secret_key|dbHash)", "value": "([^"]+)"/gu,
    ),
  ];
  const told = JSON.stringify(await readArchive(ghostArchive, "export.json", text));
  expect(secrets.length).toBeGreaterThan(1);
  for (const [, account, key] of secrets) expect(told).not.toContain(account ?? key);
});

test("other JSON is not taken for a Ghost export", () => {
  for (const head of [
    '{"headline":"x","body":"y","datePublished":"2024-01-01"}',
    '{"uri":"x","headline":"y"}',
    "[]",
    "<rss/>",
    '{"data":[1]}',
  ])
    expect(ghostArchive.detects({ path: "a.json", head }), head).toBe(false);
});

test("any value in any field ends in drafts and skipped posts, of which none is lost", async () => {
  const whole: unknown = JSON.parse(fixture("mobiledoc"));
  await fc.assert(
    fc.asyncProperty(withAnyValue(whole), async (changed) => {
      const { drafts, skipped, problems } = await readArchive(ghostArchive, "export.json", JSON.stringify(changed));
      const posts = valueAt(changed, "db", 0, "data", "posts");
      if (Array.isArray(posts)) expect(drafts.length + skipped.length).toBe(posts.length);
      else expect(problems.map(({ severity }) => severity)).toContain("error");
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    "mobiledoc",
    {
      cards: [["hr", {}]],
      sections: [
        [10, NO_TEXT],
        [
          1,
          "p",
          [
            [0, [NO_TEXT], NO_TEXT, "Kept."],
            [1, [], 0, NO_TEXT],
          ],
        ],
      ],
    },
  ],
  [
    "mobiledoc",
    { cards: [["product", { productTitle: "Kept.", productRatingEnabled: true, productStarRating: NO_TEXT }]], sections: [[10, 0]] },
  ],
  ["lexical", { root: { children: [{ type: "list", listType: "number", start: NO_TEXT, children: [{ type: "listitem", children: [{ type: "text", text: "Kept.", format: NO_TEXT }] }] }] } }], // prettier-ignore
] as const)("an object in the place of a number is none: %s %#", async (field, document) => {
  const posts = [{ id: 1, title: "T", status: "published", [field]: JSON.stringify(document) }];
  const { drafts } = await readArchive(ghostArchive, "export.json", JSON.stringify({ db: [{ data: { posts } }] }));
  expect(JSON.stringify(drafts)).toContain("Kept.");
});

test("any value in any field of a card's document ends in blocks", async () => {
  for (const [name, field] of [
    ["mobiledoc", "mobiledoc"],
    ["lexical", "lexical"],
  ] as const) {
    const written = /"(?:mobiledoc|lexical)": ("\{(?:[^"\\]|\\.)*")/u.exec(fixture(name))?.[1] ?? "";
    const document: unknown = JSON.parse(String(JSON.parse(written)));
    await fc.assert(
      fc.asyncProperty(withAnyValue(document), async (changed) => {
        const posts = [{ id: 1, title: "T", status: "published", [field]: JSON.stringify(changed), html: "<p>Else</p>" }];
        const { drafts } = await readArchive(ghostArchive, "export.json", JSON.stringify({ db: [{ data: { posts } }] }));
        expect(drafts).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  }
});

const HIDDEN = { emailOnly: true, segment: "" };
const hiddenCard = { type: "html", html: "zqx", visibility: HIDDEN };
const nested = (depth: number, node: object): object =>
  depth === 0 ? node : { type: "link", url: "https://example.org/", children: [nested(depth - 1, node)] };

test.each<[what: string, node: object]>([
  ...[
    HIDDEN,
    { showOnEmail: true, showOnWeb: false, segment: "" },
    { email: { memberSegment: "status:free" } },
    { web: { memberSegment: "status:paid" } },
    { web: { nonMember: false } },
    { web: { nonMember: 0 } },
    "paid",
  ].map((visibility): [string, object] => [JSON.stringify(visibility), { type: "html", html: "zqx", visibility }]),
  ["a node with children", { type: "section", visibility: HIDDEN, children: [{ type: "text", text: "zqx" }] }],
  ["a card of an email with children", { type: "email", html: "", children: [{ type: "text", text: "zqx" }] }],
  ["a card deep within links", { type: "paragraph", children: [nested(80, hiddenCard)] }],
])("a card that visitors do not see stays out: %s", async (_, node) => {
  const { drafts } = await lexicalPost(node);
  expect(JSON.stringify(drafts)).toContain("Words.");
  expect(JSON.stringify(drafts)).not.toContain("zqx");
});

test.each([
  undefined,
  null,
  { emailOnly: false, segment: "" },
  { showOnEmail: false, showOnWeb: true, segment: "" },
  { web: { nonMember: true, memberSegment: "" }, email: { memberSegment: "" } },
])("a card that visitors see comes in: %j", async (visibility) => {
  const { drafts } = await lexicalPost({ type: "html", html: "zqx", visibility });
  expect(JSON.stringify(drafts)).toContain("zqx");
});

function lexicalPost(node: object): ReturnType<typeof readArchive> {
  const words = { type: "paragraph", children: [{ type: "text", text: "Words." }] };
  const posts = [{ id: 1, title: "T", status: "published", lexical: JSON.stringify({ root: { children: [words, node] } }) }];
  return readArchive(ghostArchive, "export.json", JSON.stringify({ db: [{ data: { posts } }] }));
}

test("a document nested without end is read as its words", async () => {
  let node: object = { type: "extended-text", text: "deep down" };
  for (let depth = 0; depth < 1000; depth += 1) node = { type: "link", url: "https://example.org/", children: [node] };
  const lexical = JSON.stringify({ root: { children: [{ type: "paragraph", children: [node] }] } });
  const posts = [{ id: 1, title: "T", lexical }];
  const { drafts } = await readArchive(ghostArchive, "export.json", JSON.stringify({ db: [{ data: { posts } }] }));
  expect(drafts).toHaveLength(1);
});

const REAL = join(import.meta.dirname, "../../../../../shared/corpora/ghost");

describe.skipIf(!existsSync(REAL))("real exports, in ../shared/corpora/ghost", () => {
  test.each(["v2_export.json", "valid.json"])("%s comes in whole, without a secret", async (name) => {
    const text = readFileSync(join(REAL, name), "utf8");
    const { drafts, skipped, problems } = await readArchive(ghostArchive, name, text);
    const posts = valueAt(JSON.parse(text), "db", 0, "data", "posts");
    expect(drafts.length + skipped.length).toBe(Array.isArray(posts) ? posts.length : -1);
    expect(drafts.every(({ body, headline, datePublished }) => body.length > 3 && headline && datePublished)).toBe(true);
    expect(JSON.stringify({ drafts, skipped, problems })).not.toMatch(/MUST-NOT-SURVIVE|\$2[aby]\$/u);
  });
});
