import { inJson } from "./inJson.ts";
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

/** Blogs, by the documentation of each. */
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
  liveJournal("constructor", "an element", "<security>public</security><constructor>x</constructor>", true),
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
];
