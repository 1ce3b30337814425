import { DATE, EARLIER, inJson, LATER, waits } from "./inJson.ts";
import type { Row } from "./row.ts";

const textRow =
  (system: string, file: string, make: (word: string, field: string) => string) =>
  (field: string, value: string, written: string, isPublic?: true): Row => ({
    system,
    field,
    value,
    ...(isPublic && { isPublic }),
    make: (word) => ({ [`${word}${file}`]: make(word, written) }),
  });

const movableType = textRow(
  "Movable Type",
  ".txt",
  (word, fields) => `AUTHOR: Ada\nTITLE: The ${word}\nBASENAME: ${word}\n${fields}DATE: 04/22/2024 07:10:00\n-----\nBODY:\nWords of ${word}.\n-----\n--------\n`,
); // prettier-ignore

/** A draft below an entry that is public, with another head or line between them than Movable Type writes. */
const belowAnother = (value: string, line: string, head: string): Row => ({
  system: "Movable Type",
  field: "status",
  value: `draft, below ${value}`,
  make: (word) => ({
    [`${word}.txt`]: `TITLE: Another\nSTATUS: Publish\nDATE: 04/22/2024 07:10:00\n-----\nBODY:\nWords.\n-----\n${line}\n${head}-----\nBODY:\nWords of ${word}.\n-----\n--------\n`,
  }),
}); // prettier-ignore

const liveJournal = textRow(
  "LiveJournal",
  ".xml",
  (word, fields) => `<?xml version="1.0"?><livejournal><entry><itemid>${word}</itemid><eventtime>2024-04-22 07:10:00</eventtime><subject>The ${word}</subject><event>Words of ${word}.</event>${fields}</entry></livejournal>`,
); // prettier-ignore

const tumblr = inJson("Tumblr", (word, _, given) => ({
  id_string: word,
  reblog_key: "k",
  post_url: `https://harbour.tumblr.com/post/${word}`,
  timestamp: 1_713_769_800,
  state: "published",
  content: [{ type: "text", text: `Words of ${word}.` }],
  ...Object(given),
}));

/** A post of an older kind. */
const legacyTumblr = (value: string, given: object, isPublic?: true): Row => ({
  system: "Tumblr",
  field: "passes on",
  value,
  ...(isPublic && { isPublic }),
  make: (word) => tumblr("", "", true, { content: undefined, type: "text", body: `<p>Words of ${word}.</p>`, ...given }).make(word),
});

const drupal = inJson("Drupal", (word, _, given) => ({
  data: [
    {
      type: "node--article",
      id: word,
      attributes: { status: true, title: `The ${word}`, created: DATE, body: { processed: `<p>Words of ${word}.</p>` }, ...Object(given) },
    },
  ],
}));

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
  const { sys, ...fields } = Object(given);
  const all = { title: `The ${word}`, body: `Words of ${word}.`, publishDate: DATE, ...fields };
  return {
    contentTypes: [],
    entries: [
      {
        sys: { id: word, contentType: { sys: { id: "post" } }, version: 3, publishedVersion: 2, ...sys },
        fields: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { en: value }])),
      },
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

/** Blogs and content management systems, by the documentation of each. */
export const BLOG_ROWS: Row[] = [
  movableType("status", "Publish", "STATUS: Publish\n", true),
  ...["Draft", "Review", "Unpublish", "Junk", "Secret"].map((status) => movableType("status", status, `STATUS: ${status}\n`)),
  movableType("status", "missing", ""),
  movableType("status", "Future", "STATUS: Future\n"),
  movableType("status", "Draft, and Publish", "STATUS: Draft\nSTATUS: Publish\n"),
  belowAnother("nine dashes", "---------", "TITLE: T\nSTATUS: Draft\n"),
  belowAnother("an unusual name", "--------", "AUTHOR_EMAIL: a@b.example\nTITLE: T\nSTATUS: Draft\n"),
  belowAnother("a name in both cases", "--------", "TITLE: T\nStatus: Draft\nSTATUS: Publish\n"),
  belowAnother("names in small letters", "--------", "Title: T\nStatus: Draft\n"),
  movableType("PASSWORD", "set", "STATUS: Publish\nPASSWORD: lamp\n"),
  movableType("PRIVATE", "1", "STATUS: Publish\nPRIVATE: 1\n"),
  liveJournal("security", "public", "<security>public</security><allowmask>0</allowmask>", true),
  ...["private", "usemask", "friends", "other"].map((value) => liveJournal("security", value, `<security>${value}</security>`)),
  liveJournal("security", "missing", ""),
  liveJournal("security", "public, and private", "<security>public</security><security>private</security>"),
  liveJournal("visibility", "friends", "<security>public</security><visibility>friends</visibility>"),
  liveJournal("allowmask", "1", "<security>public</security><allowmask>1</allowmask>"),
  tumblr("state", "published", true),
  ...["draft", "queued", "private", "submission", "other", null].map((state) => tumblr("state", state)),
  tumblr("paywall_access", "member"),
  tumblr("paywall", "in the text", undefined, { content: [{ type: "text", text: "Words." }, { type: "paywall" }] }),
  tumblr("paywall", "in the text, in capitals", undefined, { content: [{ type: "text", text: "Words." }, { type: "Paywall" }] }),
  tumblr("blog.is_private", true),
  tumblr("blog.is_private", false, true),
  legacyTumblr("nothing added", { reblogged_from_id: "2", reblog: { comment: "", tree_html: "<p>Words.</p>" } }),
  legacyTumblr("nothing added, without a number", { reblog: { comment: "<p></p>", tree_html: "<p>Words.</p>" } }),
  legacyTumblr("a comment", { reblogged_from_id: "2", reblog: { comment: "<p>Mine.</p>", tree_html: "<p>Words.</p>" } }, true),
  legacyTumblr("none", { reblog: { comment: "", tree_html: "" } }, true),
  tumblr("content", "for all", true, { content: [{ type: "text", text: "Words of all." }] }),
  drupal("status", true, true),
  drupal("status", false),
  drupal("status", null),
  drupal("moderation_state", "published", true),
  drupal("moderation_state", "draft"),
  drupal("moderation_state", "legal_check"),
  waits("publishDate", drupal("publish_on", LATER)),
  waits("expires", drupal("unpublish_on", EARLIER)),
  waits("embargo", drupal("field_embargo", LATER)),
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
  contentful("publishedVersion", "published", true, {}),
  contentful("publishedVersion", "none", undefined, { sys: { publishedVersion: undefined } }),
  contentful("publishedVersion", "changed since", undefined, { sys: { version: 7 } }),
  contentful("archivedVersion", 4, undefined, { sys: { archivedVersion: 4 } }),
  contentful("visibility", "members"),
  waits("date", contentful("publishDate", LATER)),
  strapi("publishedAt", DATE, true),
  strapi("publishedAt", null),
  strapi("draft", true),
  waits("date", strapi("publishedAt", LATER)),
];
