import { expect, test } from "vitest";
import { archiveNamed, readArchive } from "../../../support/readArchive.ts";
import { articlesIn, folderOf, tryImport } from "../../../support/importing.ts";
import { archiveCases } from "../archiveCases.ts";

for (const name of ["drupal", "sanity", "contentful", "strapi", "strapi-export"]) archiveCases(archiveNamed(name));

const sanity = (story: object, ...others: object[]) => [
  { _id: "s", _type: "post", _rev: "r", title: "The crane", publishedAt: "2024-04-22", body: "Words.", ...story },
  ...others,
];

const contentful = (fields: object, ...others: object[]) => ({
  contentTypes: [],
  locales: [{ code: "en", default: true }],
  entries: [
    {
      sys: { id: "s", contentType: { sys: { id: "post" } }, version: 2, publishedVersion: 1 },
      fields: { title: { en: "The crane" }, body: { en: "Words." }, ...fields },
    },
    ...others,
  ],
});

const link = { en: { sys: { id: "x" } } };
const entry = (sys: object) => ({ sys: { id: "x", ...sys }, fields: { name: { en: "zqx" }, slug: { en: "zqx" } } });

const strapi = (fields: object) => ({
  data: [{ id: 1, documentId: "s", title: "The crane", content: "Words.", publishedAt: "2024-04-22", ...fields }],
});

const drupal = (field: string, attributes: object, type = "taxonomy_term--tags") => ({
  data: [
    {
      type: "node--article",
      id: "s",
      attributes: { status: true, title: "The crane", body: type.startsWith("paragraph") ? null : { value: "Words." } },
      relationships: { [field]: { data: [{ id: "x" }] } },
    },
  ],
  included: [{ id: "x", type, attributes }],
});

const draft = { version: 1 };
const archived = { version: 3, publishedVersion: 2, archivedVersion: 3 };
const hyperlink = { nodeType: "entry-hyperlink", data: { target: { sys: { id: "x" } } }, content: [{ nodeType: "text", value: "Words." }] };

test.each<[system: string, what: string, archive: unknown]>([
  ["sanity", "a draft author", sanity({ author: { _ref: "drafts.x" } }, { _id: "drafts.x", _type: "author", name: "zqx" })],
  ["sanity", "a private category", sanity({ category: { _ref: "private.x" } }, { _id: "private.x", _type: "category", title: "zqx" })],
  ["sanity", "an author within a draft", sanity({ author: { _id: "drafts.x", name: "zqx" } })],
  ["sanity", "a note in a part", sanity({ body: [{ _type: "box", text: "Words.", internalNotes: "zqx" }] })],
  ["contentful", "a draft author", contentful({ author: link }, entry(draft))],
  ["contentful", "an archived category", contentful({ category: link }, entry(archived))],
  ["contentful", "the address of a draft", contentful({ body: { en: { nodeType: "document", content: [hyperlink] } } }, entry(draft))],
  ["strapi", "a draft category", strapi({ category: { name: "zqx", publishedAt: null } })],
  ["strapi", "draft authors of version 4", strapi({ authors: { data: [{ id: 2, attributes: { name: "zqx", publishedAt: null } }] } })],
  [
    "strapi",
    "a draft in a part",
    strapi({
      content: [
        { type: "paragraph", children: [{ text: "Words." }] },
        { __component: "shared.teaser", article: [{ title: "zqx", body: "zqx", publishedAt: null }] },
      ],
    }),
  ],
  ["drupal", "an unpublished term", drupal("field_tags", { name: "zqx", status: false })],
  ["drupal", "an unpublished person", drupal("field_author", { title: "zqx", status: false }, "node--person")],
  ["drupal", "a field that is no tag", drupal("field_stage", { name: "zqx" })],
  [
    "drupal",
    "a note in a part",
    drupal("field_content", { field_text: { value: "Words." }, field_internal_notes: { value: "zqx" } }, "paragraph--text"),
  ],
])("a public story of %s shows nothing of %s", async (system, _, archive) => {
  const { drafts } = await readArchive(archiveNamed(system), "export.json", JSON.stringify(archive));
  expect(JSON.stringify(drafts)).toContain("Words.");
  expect(JSON.stringify(drafts)).not.toContain("zqx");
});

const block = (text: string, fields = {}) => ({ _type: "block", children: [{ _type: "span", text }], ...fields });
const part = (type: string, text: string) => ({ id: text, type: `paragraph--${type}`, attributes: { field_text: { value: text } } });

test.each<[system: string, archive: unknown]>([
  ["sanity", sanity({ body: [block("Before."), block("zqx", { hidden: true }), block("After.")] })],
  [
    "drupal",
    {
      data: [
        {
          type: "node--article",
          id: "s",
          attributes: { status: true, title: "The crane" },
          relationships: { field_content: { data: [{ id: "Before." }, { id: "zqx" }, { id: "After." }] } },
        },
      ],
      included: [part("text", "Before."), part("members_section", "zqx"), part("text", "After.")],
    },
  ],
])("a story of %s comes without the block that says that it is hidden, if that is cut", async (system, archive) => {
  const { drafts } = await readArchive(archiveNamed(system), "export.json", JSON.stringify(archive), { cut: ["restricted-content"] });
  expect(JSON.stringify(drafts)).toMatch(/Before\..*After\./u);
  expect(JSON.stringify(drafts)).not.toContain("zqx");
});

test("paths of Drupal that are no addresses do not end the import, and are left out of old addresses", async () => {
  const file = { type: "file--file", id: "f", attributes: { uri: { url: "http://[" } } };
  const { drafts, problems } = await readArchive(
    archiveNamed("drupal"),
    "a.json",
    JSON.stringify({
      links: { self: { href: "https://a.example/jsonapi" } },
      data: [
        {
          type: "node--article",
          id: "1",
          attributes: { status: true, title: "T", path: { alias: "//[" }, drupal_internal__nid: 7, body: { value: "<p>Words.</p>" } },
          relationships: { field_image: { data: { type: "file--file", id: "f" } } },
        },
      ],
      included: [file],
    }),
  );
  expect(drafts.map(({ oldUrls }) => oldUrls)).toEqual([["https://a.example/node/7"]]);
  expect(problems.map(({ message }) => message)).toEqual([]);
});

test("an entry of Contentful is a story in each language that has a text, and each is published by itself", async () => {
  const locales = ["en", "de", "fr"].map((code) => ({ code, default: code === "en" }));
  const fields = {
    title: { en: "The crane", de: "Der Kran" },
    slug: { en: "the-crane" },
    body: { en: "Words.", de: "Wörter.", fr: "zqx" },
    author: { en: { sys: { id: "x" } } },
  };
  const space = { ...contentful(fields, entry({ version: 2, publishedVersion: 1 })), locales };
  const status = `"publishedVersion":1,"fieldStatus":{"*":{"en":"published","de":"published","fr":"draft"}}`;
  const archive = JSON.stringify(space).replaceAll(`"publishedVersion":1`, status);
  const read = await readArchive(archiveNamed("contentful"), "export.json", archive);
  expect(read.drafts).toMatchObject([
    { id: "s", inLanguage: "en", headline: "The crane", slug: "the-crane", translationKey: "s", authors: [{ name: "zqx" }] },
    { id: "s:de", inLanguage: "de", headline: "Der Kran", slug: "the-crane-de", translationKey: "s", authors: [{ name: "zqx" }] },
  ]);
  expect(JSON.stringify(read.drafts[1]?.body)).toContain("Wörter.");
  expect(read.skipped.map(({ place, reason }) => `${place}: ${reason}`)).toEqual([
    "s, fr: It is not published in this language (fieldStatus, fr: draft).",
    expect.stringContaining("x: "),
  ]);
});

test("an entry of Contentful has what its language falls back to, but for changes that are not published", async () => {
  const locales = [{ code: "en", default: true }, { code: "de" }, { code: "de-AT", fallbackCode: "de" }];
  const fields = { title: { en: "zqx", "de-AT": "Kran" }, subtitle: { en: "zqx", de: "Er steht." }, body: { en: "zqx", "de-AT": "Da." } };
  const space = (others: object) => ({ ...contentful({ ...fields, ...others }), locales });
  const status = `"publishedVersion":1,"fieldStatus":{"*":{"en":"changed","de":"published","de-AT":"published"}}`;
  const read = (others: object) =>
    readArchive(archiveNamed("contentful"), "a.json", JSON.stringify(space(others)).replaceAll(`"publishedVersion":1`, status));
  const { drafts } = await read({ section: { en: "zqx" } });
  expect(drafts).toMatchObject([{ headline: "Kran", standfirst: "Er steht.", inLanguage: "de-AT" }]);
  expect(JSON.stringify(drafts)).not.toContain("zqx");
  for (const code of ["de", "en"]) expect((await read({ access: { [code]: "members" } })).drafts).toEqual([]);
});

test("each draft of a Strapi 4 export is left out and named, and many links to one entry take no time", async () => {
  const type = "api::article.article";
  const article = (id: number, publishedAt: string | null) => ({ type, id, data: { title: `Crane ${id}`, body: "Words.", publishedAt } });
  const category = "api::category.category";
  const links = Array.from({ length: 20_000 }, () => ({
    left: { type, ref: 1, field: "category" },
    right: { type: category, ref: 1, field: "articles" },
  }));
  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");
  const { content, items } = await tryImport(
    folderOf({
      "metadata.json": '{"strapi":{"version":"4.25.0"}}',
      "entities/entities_00001.jsonl": lines([
        article(1, "2024-04-22"),
        article(2, null),
        article(3, null),
        { type: category, id: 1, data: { name: "Port" } },
      ]),
      "links/links_00001.jsonl": lines(links),
    }),
  );
  expect([...articlesIn(content).values()]).toMatchObject([{ headline: "Crane 1", section: "Port" }]);
  expect(items.flatMap((item) => ("reason" in item ? [item.place] : []))).toEqual(["2", "3", "category 1"]);
});

test("documents of Sanity are read from what people write for it too, and those without an id are left out and named", async () => {
  const [story] = sanity({ _rev: undefined, author: { firstName: "Mina", lastName: "Hale" } });
  const read = await readArchive(archiveNamed("sanity"), "data.ndjson", JSON.stringify(story));
  expect(read).toMatchObject({ detected: true, drafts: [{ headline: "The crane", authors: [{ name: "Mina Hale" }] }] });
  const [unnamed] = sanity({ _id: undefined, _rev: undefined, _createdAt: "2024-04-22", body: [block("Words.")] });
  const { detected, drafts, skipped } = await readArchive(archiveNamed("sanity"), "data.ndjson", JSON.stringify(unnamed));
  expect({ detected, drafts }).toEqual({ detected: true, drafts: [] });
  expect(skipped.map(({ reason }) => reason)).toEqual([expect.stringContaining("Request it with its _id")]);
});

test("the hotspot of a picture in Sanity is its focal point", async () => {
  const mainImage = {
    asset: { _ref: "image-abc-800x600-jpg" },
    _sanityAsset: "image@file://./images/a.svg",
    hotspot: { x: 0.304, y: 0.9 },
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>';
  const lines = sanity({ mainImage }).map((document) => JSON.stringify(document));
  const { content } = await tryImport(folderOf({ "data.ndjson": lines.join("\n"), "images/a.svg": svg }));
  expect([...articlesIn(content).values()]).toMatchObject([{ image: { focus: "30% 90%" } }]);
});
