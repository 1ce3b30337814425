import type { Row } from "./row.ts";

type Make = (word: string) => string;

const rowOf = (system: string, file: string) => (field: string, value: string, text: Make, isPublic?: true): Row => ({
  system,
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({ [`${word}${file}`]: text(word) }),
}); // prettier-ignore

const rssRow = rowOf("RSS", ".xml");

/** @param fields elements of the item; @param before elements of the channel */
const rss = (field: string, value: string, fields: string, isPublic?: true, before = ""): Row =>
  rssRow(
    field,
    value,
    (
      word,
    ) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>${before}<item><title>The ${word}</title><guid>${word}</guid>
<description>Words of ${word}.</description><pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate>${fields}</item></channel></rss>`,
    isPublic,
  );

const noindex = '<xhtml:meta xmlns:xhtml="http://www.w3.org/1999/xhtml" name="robots" content="noindex"/>';

const RSS_ROWS: Row[] = [
  rss(
    "members-only",
    "in the text",
    '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<div class="members-only">A part.</div>]]></content:encoded>',
  ),
  rss("category", "Private equity", "<category>Private equity</category>", true),
  rss("embargo", "prism:embargoDate", "<prism:embargoDate>2999-01-01</prism:embargoDate>"),
  rss("expire", "prism:expirationDate", "<prism:expirationDate>2001-01-01</prism:expirationDate>"),
  rss("expire", "prism:killDate", "<prism:killDate>2001-01-01</prism:killDate>"),
  rss("publishDate", "dcterms:available", "<dcterms:available>2999-01-01</dcterms:available>"),
  rss("publishDate", "dcterms:available, a period", "<dcterms:available>2999-01-01/3000-01-01</dcterms:available>"),
  rss("expire", "dcterms:valid, a period", "<dcterms:valid>/2002-01-01</dcterms:valid>"),
  rss("expire", "dcterms:valid, with its end", "<dcterms:valid>start=2001-01-01; end=2002-01-01; scheme=W3C-DTF</dcterms:valid>"),
  rss("valid", "start=2001", "<dcterms:valid>start=2001-01-01</dcterms:valid>", true),
  rss("publishDate", "dcterms:issued", "<dcterms:issued>2999-01-01</dcterms:issued>"),
  rss("issued", "2019", "<dcterms:issued>2019</dcterms:issued>", true),
  rss("accessrights", "restricted", "<dcterms:accessRights>restricted</dcterms:accessRights>"),
  rss("accessrights", "public", "<dcterms:accessRights>public</dcterms:accessRights>", true),
  rss("accessrights", "words", "<dcterms:accessRights>Public access with attribution</dcterms:accessRights>", true),
  rss("accessrights", "an address", "<dcterms:accessRights>info:eu-repo/semantics/openAccess</dcterms:accessRights>", true),
  rss("accessrights", "an address of closed access", "<dcterms:accessRights>info:eu-repo/semantics/closedAccess</dcterms:accessRights>"),
  rss("robots", "noindex", noindex),
  rss("robots", "noindex, for the feed's own file", "", true, noindex),
  ...["Yes", "true", "hidden"].map((value) => rss("block", value, `<itunes:block>${value}</itunes:block>`)),
  rss("block", "no", "<itunes:block>no</itunes:block>", true),
  rss("block", "yes", '<podcast:block id="google">yes</podcast:block>'),
  rss("media:status", "blocked", '<media:content url="https://a.example/b.jpg"><media:status state="blocked"/></media:content>'),
  rss("block", "yes, and no", "<itunes:block>yes</itunes:block><googleplay:block>no</googleplay:block>"),
  rss("block", "empty", "<itunes:block></itunes:block>", true),
  rss("block in the feed", "Yes", "<itunes:block>no</itunes:block>", undefined, "<itunes:block>Yes</itunes:block>"),
  rss("block in the feed", "no", "", true, "<itunes:block>no</itunes:block>"),
  rss("restriction", "allow au us", '<media:restriction relationship="allow" type="country">au us</media:restriction>'),
  rss(
    "restriction",
    "deny",
    '<media:content url="https://a.example/b.mp4"><media:restriction relationship="deny" type="uri"/></media:content>',
  ),
  rss("restriction", "deny, and allow", '<media:restriction relationship="deny" type="uri"/><access:restriction relationship="allow"/>'),
  rss("restriction", "allow all", '<media:restriction relationship="allow">all</media:restriction>', true),
  rss("restriction", "deny sharing", '<media:restriction relationship="deny" type="sharing"/>', true),
  rss("restriction", "deny none", '<media:restriction relationship="deny" type="country">none</media:restriction>', true),
  rss(
    "restriction in the feed",
    "deny",
    '<media:restriction relationship="allow">all</media:restriction>',
    undefined,
    '<media:restriction relationship="deny"/>',
  ),
  rss("restriction in the feed", "allow", "", true, '<access:restriction relationship="allow" />'),
  rss("status", "draft, and published", "<a:status>draft</a:status><b:status>published</b:status>"),
  rss("visibility", "members", "<x:visibility>members</x:visibility>"),
  rss("status", "draft, after an empty item", "<status>draft</status>", undefined, "<item><a>b</a></item>"),
];

const atomRow = rowOf("Atom", ".atom");

const atom = (field: string, value: string, fields: string, isPublic?: true): Row =>
  atomRow(
    field,
    value,
    (word) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:p="http://example.org/p"><title>Feed</title><entry><id>urn:${word}</id><title>The ${word}</title><updated>2024-04-22T07:10:00Z</updated><content>Words of ${word}.</content>${fields}</entry></feed>`,
    isPublic,
  ); // prettier-ignore

/** Blogger's export in Google Takeout */
const blogger = (field: string, value: string, fields: string, isPublic?: true): Row =>
  atom(field, value, `${fields}${OWNER}`.replaceAll("<b:", "<blogger:").replaceAll("</b:", "</blogger:"), isPublic);

/** The settings of a blog, in Blogger's own export. */
const readAccess = (value: string): string =>
  `</entry><entry><id>tag:blogger.com,1999:blog-1.settings.BLOG_READ_ACCESS_MODE</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#settings"/><content type="text">${value}</content>`;

const OWNER = "<author><name>Ada</name><b:type>BLOGGER</b:type></author>";

const ATOM_ROWS: Row[] = [
  ...["http://www.w3.org/2007/app", "http://purl.org/atom/app#", "http://example.net/appns/"].flatMap((app) => [
    atom("draft", `yes, x: in ${app}`, `<x:control xmlns:x="${app}"><x:draft>yes</x:draft></x:control>`),
    atom("draft", `yes, in ${app}`, `<control xmlns="${app}"><draft>yes</draft></control>`),
    atom("draft", `no, in ${app}`, `<x:control xmlns:x="${app}"><x:draft>no</x:draft></x:control>`, true),
  ]),
  atom("robots", "noindex", noindex),
  atom("restriction", "deny", '<media:restriction relationship="deny" type="country">us</media:restriction>'),
  atom("embargo", "prism:embargoDate", "<p:embargoDate>2999-01-01</p:embargoDate>"),
  blogger("blogger:status", "LIVE", "<b:type>POST</b:type><b:status>LIVE</b:status><b:trashed/>", true),
  blogger("blogger:status", "DRAFT", "<b:type>POST</b:type><b:status>DRAFT</b:status>"),
  blogger("blogger:status", "SOFT_TRASHED", "<b:type>POST</b:type><b:status>SOFT_TRASHED</b:status>"),
  blogger("blogger:status", "trashed", "<b:type>POST</b:type><b:status>LIVE</b:status><b:trashed>2024-05-01T00:00:00Z</b:trashed>"),
  blogger("blogger:status", "empty", "<b:type>POST</b:type><b:status/>"),
  blogger("blogger:status", "missing", "<b:type>POST</b:type>"),
  blogger("comment", "COMMENT, and POST", "<b:type>COMMENT</b:type><b:type>POST</b:type><b:status>LIVE</b:status>"),
  blogger("comment", "POST, and COMMENT", "<b:type>POST</b:type><b:type>COMMENT</b:type><b:status>LIVE</b:status>"),
  blogger(
    "comment",
    "COMMENT, with a prefix of its own",
    '<c:type xmlns:c="http://schemas.google.com/blogger/2018">COMMENT</c:type><b:status>LIVE</b:status>',
  ),
  atom("blog_read_access_mode", "PRIVATE", readAccess("PRIVATE")),
  atom("blog_read_access_mode", "PUBLIC", readAccess("PUBLIC"), true),
  atom("blog_read_access_mode", "TEAM", readAccess("TEAM")),
  blogger("post", "no type", "<b:type/><b:status>LIVE</b:status>"),
  blogger("comment", "COMMENT", "<b:type>COMMENT</b:type><b:status>LIVE</b:status><b:parent>tag:1</b:parent>"),
  blogger("page", "PAGE", "<b:type>PAGE</b:type><b:status>LIVE</b:status>"),
];

const jsonRow = rowOf("JSON Feed", ".json");

const json = (field: string, value: string, fields: object, isPublic?: true): Row =>
  jsonRow(
    field,
    value,
    (word) => JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Feed", items: [{ id: word, title: `The ${word}`, content_text: `Words of ${word}.`, date_published: "2024-04-22T07:10:00Z", ...fields }] }),
    isPublic,
  ); // prettier-ignore

const JSON_ROWS: Row[] = [
  json("draft", "true", { draft: true }),
  json("visibility", "members", { visibility: "members" }),
  json("members-only", "in the text", { content_html: '<p>Words.</p><div class="members-only">A part.</div>' }),
  json("private", "in the summary", { summary: "[private]A part.[/private]" }),
  json("_x.draft", "true", { _x: { about: "https://x.example", draft: true } }),
  json("_x.access", "members", { _x: { access: "members" } }),
  json("_x.item.draft", "true", { _x: { item: { draft: true } } }),
  json("_itunes.block", "true", { _itunes: { block: true } }),
  json("_x.draft", "false", { _x: { draft: false, access: "public" } }, true),
  json("_microblog", "an object", { _microblog: { is_conversation: false, state: "Bavaria" } }, true),
];

/** @param row the columns is_published and audience; @param html what follows the first paragraph */
const substack = (field: string, value: string, row: string, isPublic?: true, html = ""): Row => ({
  system: "Substack",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    "posts.csv": `post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n1.${word},2023-03-12T08:00:00.000Z,${row.replace(",", ",,,newsletter,")},The ${word},,\n`,
    [`posts/1.${word}.html`]: `<p>Words of ${word}.</p>${html}`,
  }),
});

const SUBSTACK_ROWS: Row[] = [
  substack("audience", "everyone", "true,everyone", true),
  ...["only_paid", "only_free", "founding", "friends", ""].map((audience) => substack("audience", audience, `true,${audience}`)),
  substack(
    "subscribers-only",
    "data-dynamic-audiences",
    "true,everyone",
    undefined,
    '<div class="dynamic-content-block" data-dynamic-audiences="free_sub,paid_sub"><p>A part.</p></div>',
  ),
  substack(
    "data-dynamic-audiences",
    "non_sub",
    "true,everyone",
    true,
    '<div class="dynamic-content-block" data-dynamic-audiences="non_sub"><p>A part.</p></div>',
  ),
  ...["paywall", "paywall-jump"].map((name) =>
    substack("paywall", name, "true,everyone", undefined, `<div><div class="${name}"></div></div><p>A part.</p>`),
  ),
  ...["false", "", "maybe"].map((is) => substack("is_published", is, `${is},everyone`)),
];

const pageRow = rowOf("Saved pages", ".html");

const page = (field: string, value: string, head: string, isPublic?: true, article = "<article>"): Row =>
  pageRow(
    field,
    value,
    (word) => `<!doctype html><html lang="en"><head><title>The ${word}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-04-22T07:10:00Z">${head}</head><body>${article}<h1>The ${word}</h1>${`<p>Words of ${word}, which are long enough to be the text of an article in the eyes of everybody who reads it.</p>`.repeat(8)}</article></body></html>`,
    isPublic,
  ); // prettier-ignore

const named = (name: string, content: string, isPublic?: true): Row =>
  page(name, content, `<meta name="${name}" content="${content}">`, isPublic);

const PAGE_ROWS: Row[] = [
  ...["robots", "googlebot", "googlebot-news", "bingbot", "yandex"].map((name) => named(name, "noindex")),
  named("robots", "none"),
  named("robots", "index, follow, max-image-preview:large", true),
  named("googlebot-news", "nosnippet", true),
  page("article:content_tier", "locked", '<meta property="article:content_tier" content="locked">'),
  page("article:content_tier", "gold", '<meta property="article:content_tier" content="gold">'),
  page("article:content_tier", "metered", '<meta property="article:content_tier" content="metered">', true),
  page("expire", "prism.expirationDate", '<meta name="prism.expirationDate" content="2001-01-01">'),
  page("creativeWorkStatus", "Draft", '<script type="application/ld+json">{"@type":"NewsArticle","creativeWorkStatus":"Draft"}</script>'),
  page("isAccessibleForFree", "False in JSON-LD", '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'),
  page("isAccessibleForFree", "false in broken JSON-LD", '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": false, oops}</script>'),
  page("isAccessibleForFree", "true in JSON-LD", '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>', true),
  page("isAccessibleForFree", "false in microdata", "", undefined, '<article><meta itemprop="isAccessibleForFree" content="false">'),
  page("isAccessibleForFree", "False as a link", "", undefined, '<article><link itemprop="isAccessibleForFree" href="https://schema.org/False">'),
  page("isAccessibleForFree", "true in microdata", "", true, '<article><meta itemprop="isAccessibleForFree" content="True">'),
  page("post_class", "post-password-required", "", undefined, '<article class="post-1 hentry post-password-required">'),
  page("post_class", "node--unpublished", "", undefined, '<article class="node node--unpublished">'),
  page("meta.status", "draft", '<meta name="status" content="draft">'),
  page("status", "private", "", undefined, '<article class="post-1 hentry status-private">'),
  page("class", "status-publish", "", true, '<article class="post-1 hentry status-publish format-status">'),
  page("class", "status-dark", "", true, '<article class="status-dark">'),
]; // prettier-ignore

/** @param fields of the post in the table `posts` */
const ghost = (field: string, value: string, fields: object, isPublic?: true): Row =>
  ghostRow(
    field,
    value,
    (word) => JSON.stringify({ db: [{ meta: { version: "5.0.0" }, data: { posts: [{ id: word, title: `The ${word}`, slug: word, html: `<p>Words of ${word}.</p>`, status: "published", published_at: "2024-04-22T07:10:00.000Z", ...fields }] } }] }),
    isPublic,
  ); // prettier-ignore

const ghostRow = rowOf("Ghost", ".json");

const GHOST_ROWS: Row[] = [
  ghost("status", "published", { visibility: "public", email_only: 0 }, true),
  ...["draft", "sent", "scheduled", "reviewed"].map((status) => ghost("status", status, { status })),
  ghost("date", "scheduled", { status: "scheduled", published_at: "2999-12-01T06:00:00Z" }),
  ...["members", "paid", "tiers", "label:vip"].map((visibility) => ghost("visibility", visibility, { visibility })),
  ghost("status", "null", { status: null }),
  ghost("visibility", "in a list", { visibility: ["paid"] }),
  ghost("access", "false", { access: false }),
  ghost("robots", "noindex", { codeinjection_head: '<meta name="robots" content="noindex">' }),
  ghost("email_only", "true", { email_only: true }),
];

const mediumRow = rowOf("Medium", ".html");

const MEDIUM_ROWS: Row[] = [true, false].map((isPublic) =>
  mediumRow(
    "no date of publication",
    String(isPublic),
    (word) => `<!DOCTYPE html><html><head><title>The ${word}</title></head><body><article class="h-entry"><header><h1 class="p-name">The ${word}</h1></header><section data-field="body" class="e-content"><p>Words of ${word}.</p></section><footer>${isPublic ? `<p><a href="https://medium.com/p/${word}"><time class="dt-published" datetime="2024-04-22T07:10:00.000Z">April 22</time></a>.</p>` : ""}</footer></article></body></html>`,
    isPublic || undefined,
  ),
); // prettier-ignore

/** Feeds, newsletters and saved pages, by the documentation of each system. */
export const FEED_ROWS: Row[] = [...RSS_ROWS, ...ATOM_ROWS, ...JSON_ROWS, ...SUBSTACK_ROWS, ...GHOST_ROWS, ...MEDIUM_ROWS, ...PAGE_ROWS];
