import { DATE, EARLIER, inJson, LATER, waits } from "./inJson.ts";
import type { Row } from "./row.ts";

const drupal = inJson("Drupal", (word, _, given) => {
  const { relationships = {}, included = [], ...fields } = Object(given);
  const attributes = { status: true, title: `The ${word}`, created: DATE, body: { processed: `<p>Words of ${word}.</p>` }, ...fields };
  return { data: [{ type: "node--article", id: word, attributes, relationships }], included };
});

/** A story of two paragraphs of Drupal, of which the second is of a kind of its own or has a field of its own. */
const drupalPart = (type: string, field = {}) => ({
  body: null,
  relationships: { field_content: { data: [{ id: "p0" }, { id: "p1" }] } },
  included: [
    { id: "p0", type: "paragraph--text", attributes: { field_text: { value: "Words." } } },
    { id: "p1", type, attributes: { field_text: { value: "A part." }, ...field } },
  ],
});

const sanity = inJson("Sanity", (word, _, given) => ({
  _id: word,
  _type: "post",
  _rev: "r",
  _createdAt: DATE,
  title: `The ${word}`,
  publishedAt: DATE,
  body: [{ _type: "block", children: [{ _type: "span", text: `Words of ${word}.` }] }],
  ...Object(given),
}));

const contentful = inJson("Contentful", (word, _, given) => {
  const { sys, others = [], ...fields } = Object(given);
  const all = { title: `The ${word}`, body: `Words of ${word}.`, publishDate: DATE, ...fields };
  return {
    contentTypes: [],
    entries: [
      {
        sys: { id: word, contentType: { sys: { id: "post" } }, version: 3, publishedVersion: 2, ...sys },
        fields: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { en: value }])),
      },
      ...others,
    ],
    locales: [{ code: "en", default: true }],
  };
});

const strapi = inJson("Strapi", (word, _, given) => ({
  data: [{ id: 1, documentId: word, title: `The ${word}`, content: `Words of ${word}.`, publishedAt: DATE, ...Object(given) }],
}));

const gate = (type: string) => [
  { _type: "block", children: [{ _type: "span", text: "Words." }] },
  { _type: type },
  { _type: "block", children: [{ _type: "span", text: "A part." }] },
];

const link = (id: string) => ({ sys: { type: "Link", linkType: "Entry", id } });

/** A published entry of Contentful that a story refers to. */
const entry = (id: string, kind: string, fields: Record<string, unknown>) => ({
  sys: { id, contentType: { sys: { id: kind } }, version: 2, publishedVersion: 1 },
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { en: value }])),
});

/** A story of Contentful with an entry within its text. */
const contentfulPart = (kind: string, field = {}) => ({
  body: {
    nodeType: "document",
    content: [
      { nodeType: "paragraph", content: [{ nodeType: "text", value: "Words." }] },
      { nodeType: "embedded-entry-block", data: { target: link("part") } },
    ],
  },
  others: [entry("part", kind, { body: "A part.", ...field })],
});

const strapiPart = (kind: string, field = {}) => ({
  content: null,
  blocks: [
    { __component: "shared.rich-text", body: "Words." },
    { __component: kind, body: "A part.", ...field },
  ],
});

const sanityPart = (field: object) => ({
  body: [gate("none")[0], { _type: "section", content: [{ _type: "block", children: [{ _type: "span", text: "A part." }] }], ...field }],
});

/** Settings of blocks that do not say who may read them. */
const SETTINGS: Record<string, unknown>[] = [
  { isInternal: true, internal: true },
  { isLive: false, live: false },
  { active: false },
  { free: false, online: false },
  { lightbox: { enabled: false, private: true } },
  { search: false },
  { visibility: "desktop" },
  { visibility: { mobile: false } },
  { published: "Penguin, 1998" },
  { availableOn: "Netflix" },
  { validUntil: EARLIER },
  { cancelled: true },
];

/** Fields of blocks that say that not everybody may read them. */
const HIDING: Record<string, unknown>[] = [
  { hidden: true },
  { visible: false },
  { published: false },
  { visibility: "members" },
  { visibility: { value: "members" } },
  { accessLevel: "gold" },
  { status: "draft" },
  { publishDate: LATER },
  { embargo: LATER },
  { unpublishAt: EARLIER },
];

const ofDrupal = (fields: object): object => Object.fromEntries(Object.entries(fields).map(([name, value]) => [`field_${name}`, value]));

/** What the documents of a headless system say of themselves in fields of many forms. The names are free, and so are most values. */
const FORMS: [field: string, value: unknown][] = [
  ["seo.noIndex", true],
  ["seo.metaRobots", "noindex, nofollow"],
  ["settings.private", true],
  ["private", { en: true }],
  ["visibility", { value: "members" }],
  ["access", { name: "members" }],
  ["accessLevel", { _ref: "gold" }],
  ["status", { state: "draft" }],
  ["released", false],
  ["visibility", { label: "public", en: { value: "members" } }],
];
const PUBLIC_FORMS: [field: string, value: unknown][] = [
  ["seo", { noIndex: false, title: "T" }],
  ["private", { en: false }],
  ["visibility", { value: "public" }],
  ["status", { state: "published" }],
  ["state", { name: "New York" }],
  ["goLiveAt", EARLIER],
  ["status", { name: "Published", color: "green", sort: 1 }],
  ["visibility", { name: "Public", description: "For all.", slug: { current: "public" } }],
  ["audience", { name: "Parents", icon: "mdi:users" }],
];
const MOMENTS = ["goLiveAt", "scheduledAt", "availableFrom"];

type Given = (field: string, value: unknown, isPublic?: true) => Row;
const forms = (system: Given): Row[] => [
  ...FORMS.map(([field, value]) => system(field, value)),
  ...PUBLIC_FORMS.map(([field, value]) => system(field, value, true)),
  ...MOMENTS.map((field) => waits("publishDate", system(field, LATER))),
];

/** Content management systems that readers do not see, and Drupal as one, by the documentation of each. */
export const HEADLESS_ROWS: Row[] = [
  drupal("status", true, true),
  drupal("status", false),
  drupal("status", null),
  drupal("moderation_state", "published", true),
  drupal("moderation_state", "draft"),
  drupal("moderation_state", "legal_check"),
  waits("publishDate", drupal("publish_on", LATER)),
  waits("expires", drupal("unpublish_on", EARLIER)),
  waits("embargo", drupal("field_embargo", LATER)),
  ...["field_private", "field_hidden", "field_premium", "field_confidential", "field_internal"].map((field) => drupal(field, true)),
  ...["field_visibility", "field_access_level"].map((field) => drupal(field, "members")),
  ...["field_status", "field_workflow_state"].map((field) => drupal(field, "draft")),
  drupal("field_published", false),
  drupal("field_published", true, true),
  waits("publishDate", drupal("field_publish_date", LATER)),
  drupal("field_publish_date", EARLIER, true),
  drupal("field_date", LATER, true),
  drupal("field_date", { value: LATER, end_value: LATER, duration: 60 }, true),
  drupal("part", "with a date", true, drupalPart("paragraph--text", { field_date: LATER })),
  drupal("robots", "noindex"),
  drupal("rh_action", "access_denied"),
  drupal("rh_action", "bundle_default", true),
  ...["metatag", "field_metatag", "field_meta_tags"].map((field) =>
    drupal(field, [{ tag: "meta", attributes: { name: "robots", content: "noindex" } }]),
  ),
  drupal("metatag", [{ tag: "meta", attributes: { name: "robots", content: "index, follow" } }], true),
  drupal("field_meta_tags.robots", "noindex"),
  ...['{"title":"T","robots":"noindex, nofollow"}', 'a:1:{s:6:"robots";s:7:"noindex";}'].map((field_meta_tags) =>
    drupal("metaRobots", field_meta_tags, undefined, { field_meta_tags }),
  ),
  drupal("metaRobots", "index", true, { field_meta_tags: '{"robots":"index, follow"}' }),
  drupal("field_visibility", "a term", undefined, {
    relationships: { field_visibility: { data: { id: "t1" } } },
    included: [{ id: "t1", type: "taxonomy_term--visibility", attributes: { name: "Members only" } }],
  }),
  drupal("field_visibility", "a term for all", true, {
    relationships: { field_visibility: { data: { id: "t1" } } },
    included: [{ id: "t1", type: "taxonomy_term--visibility", attributes: { name: "Public" } }],
  }),
  drupal("field_allowed_roles", "not in the file", undefined, { relationships: { field_allowed_roles: { data: [{ id: "r1" }] } } }),
  drupal("restricted-content", "a paragraph with a flag", undefined, drupalPart("paragraph--text", { field_hidden: true })),
  drupal("restricted-content", "a paragraph for members", undefined, drupalPart("paragraph--text", { field_visibility: "members" })),
  ...SETTINGS.map((field) => drupal("part", JSON.stringify(field), true, drupalPart("paragraph--text", ofDrupal(field)))),
  ...HIDING.map((field) => drupal("restricted-content", JSON.stringify(field), undefined, drupalPart("paragraph--text", ofDrupal(field)))),
  ...["gated_content", "members_only"].map((kind) => drupal("paywall", kind, undefined, drupalPart(`paragraph--${kind}`))),
  drupal("paywall", "in the text", undefined, { body: { processed: "<p>Words.</p><!--paywall--><p>A part.</p>" } }),
  sanity("_id", "published", true, {}),
  sanity("dot", "a draft", undefined, { _id: "drafts.x" }),
  sanity("dot", "a version", undefined, { _id: "versions.r1.x" }),
  sanity("hidden", true),
  sanity("membersOnly", true),
  sanity("status", "in review"),
  waits("date", sanity("publishedAt", LATER)),
  waits("expires", sanity("expiresAt", EARLIER)),
  sanity("paywall", "in the text", undefined, { body: gate("paywall") }),
  sanity("block", "of a kind of its own", true, { body: gate("infoBox") }),
  sanity("dot", "a draft of a query", undefined, { _originalId: "drafts.x" }),
  sanity("_id", "missing", undefined, { _id: undefined, author: { _id: "a" } }),
  ...forms(sanity),
  ...["gatedContent", "memberContent", "restrictedContent"].map((kind) => sanity("paywall", kind, undefined, { body: gate(kind) })),
  sanity("paywall", "in a group", undefined, sanityPart({ _type: "group", inner: [{ _type: "paywall" }] })),
  sanity("restricted-content", "a hidden section", undefined, sanityPart({ hidden: true })),
  sanity("restricted-content", "a section for members", undefined, sanityPart({ visibility: "members" })),
  ...["internalNote", "members", "private_section", "hidden"].map((kind) =>
    sanity("restricted-content", kind, undefined, { body: gate(kind) }),
  ),
  ...["member", "membership", "internalLink", "note"].map((kind) => sanity("block", kind, true, { body: gate(kind) })),
  ...["body", "article"].map((name) =>
    sanity("status", `of a callout in ${name}`, true, { body: null, [name]: [{ _type: "callout", status: "warning", text: "Words." }] }),
  ),
  ...SETTINGS.map((field) => sanity("block", JSON.stringify(field), true, sanityPart(field))),
  ...[...HIDING, { settings: { private: true } }, { inner: { hidden: true, text: "Words." } }].map((field) =>
    sanity("restricted-content", JSON.stringify(field), undefined, sanityPart(field)),
  ),
  sanity("block", "an internal link", true, {
    body: [{ ...gate("none")[0], markDefs: [{ _type: "link", href: "/a", isInternal: true, internal: true, private: true }] }],
  }),
  contentful("publishedVersion", "published", true, {}),
  contentful("publishedVersion", "none", undefined, { sys: { publishedVersion: undefined } }),
  contentful("publishedVersion", "changed since", undefined, { sys: { version: 7 } }),
  contentful("archivedVersion", 4, undefined, { sys: { archivedVersion: 4 } }),
  contentful("visibility", "members"),
  contentful("fieldStatus", "draft", undefined, { sys: { fieldStatus: { "*": { en: "draft" } } } }),
  contentful("fieldStatus", "changed", undefined, { sys: { fieldStatus: { "*": { en: "changed" } } } }),
  contentful("fieldStatus", "published", true, { sys: { fieldStatus: { "*": { en: "published", de: "draft" } } } }),
  contentful("publishedVersion", "none, of revision 0", undefined, { sys: { publishedVersion: undefined, revision: 0 } }),
  contentful("publishedVersion", "none, of a delivery", true, { sys: { publishedVersion: undefined, revision: 2 } }),
  ...forms(contentful),
  contentful("seo.noIndex", "an entry", undefined, { seo: link("seo"), others: [entry("seo", "seo", { noIndex: true })] }),
  contentful("seo.noIndex", "entries", undefined, { seo: [link("seo")], others: [entry("seo", "seo", { noIndex: true })] }),
  contentful("visibility", "an entry for all", true, { visibility: link("all"), others: [entry("all", "level", { name: "Public" })] }),
  contentful("accessLevel", "an entry", undefined, { accessLevel: link("level") }),
  contentful("paywall", "a gated entry", undefined, contentfulPart("gatedContent")),
  contentful("restricted-content", "a private entry", undefined, contentfulPart("callout", { private: true })),
  contentful("restricted-content", "an entry that waits", undefined, contentfulPart("callout", { publishDate: LATER })),
  contentful("entry", "for all", true, contentfulPart("callout", { publishDate: EARLIER })),
  ...SETTINGS.map((field) => contentful("entry", JSON.stringify(field), true, contentfulPart("callout", field))),
  ...HIDING.map((field) => contentful("restricted-content", JSON.stringify(field), undefined, contentfulPart("callout", field))),
  waits("date", contentful("publishDate", LATER)),
  strapi("publishedAt", DATE, true),
  strapi("publishedAt", null),
  strapi("draft", true),
  waits("date", strapi("publishedAt", LATER)),
  ...forms(strapi),
  strapi("membershipLevel", "of version 4", undefined, { membershipLevel: { data: { id: 1, attributes: { name: "gold" } } } }),
  strapi("access", "a label", undefined, { access: { id: 1, documentId: "x", name: "members", publishedAt: DATE, locale: "en" } }),
  strapi("access", "a label for all", true, { access: { id: 2, documentId: "y", name: "Everyone", publishedAt: DATE, locale: null } }),
  strapi("paywall", "a gated part", undefined, strapiPart("shared.gated-content")),
  ...SETTINGS.map((field) => strapi("part", JSON.stringify(field), true, strapiPart("shared.rich-text", field))),
  ...HIDING.map((field) => strapi("restricted-content", JSON.stringify(field), undefined, strapiPart("shared.rich-text", field))),
  strapi("part", "for all", true, strapiPart("shared.rich-text", { hidden: false, visible: true })),
  strapi(
    "part",
    "with a story for members",
    true,
    strapiPart("shared.related", { articles: [{ documentId: "x", visibility: "members" }] }),
  ),
];
