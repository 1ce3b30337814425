import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

const SENTINEL = "zqxsecret";
const HEADLINE = `The ${SENTINEL}`;
const TEXT = `Words of ${SENTINEL}, which are long enough to be the text of an article in the eyes of everybody who reads it.`;
const LATER = "2999-12-01T06:00:00Z";
const EARLIER = "2001-12-01T06:00:00Z";

const wp = (date: string): string => date.replace("T", " ").replace("Z", "");

/** A post of WordPress. @param date when it is published */
const wxr = (fields: string, date = "2024-04-22T07:10:00Z"): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>${HEADLINE}</title><content:encoded><![CDATA[${TEXT}]]></content:encoded><category domain="post_tag" nicename="${SENTINEL}">${SENTINEL}</category>
<wp:post_id>1</wp:post_id><wp:post_date>${wp(date)}</wp:post_date><wp:post_date_gmt>${wp(date)}</wp:post_date_gmt><wp:post_type>post</wp:post_type>${fields}</item></channel></rss>`;

const status = (word: string): string => `<wp:status>${word}</wp:status>`;
const postmeta = (key: string, value: string | number): string =>
  `${status("publish")}<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`;

const ghost = (fields: object): string =>
  JSON.stringify({
    db: [{ meta: { version: "5.0.0" }, data: { posts: [{ id: "1", title: HEADLINE, slug: SENTINEL, html: `<p>${TEXT}</p>`, status: "published", published_at: "2024-04-22T07:10:00.000Z", ...fields }] } }],
  }); // prettier-ignore

const ninjs = (fields: object): string =>
  JSON.stringify({
    uri: "urn:1",
    type: "text",
    versioncreated: "2024-04-22T07:10:00Z",
    headline: HEADLINE,
    body_html: `<p>${TEXT}</p>`,
    ...fields,
  });

const nitf = (docdata: string): string =>
  `<nitf><head>${docdata}</head><body><body.head><hedline><hl1>${HEADLINE}</hl1></hedline></body.head><body.content><p>${TEXT}</p></body.content></body></nitf>`;

const newsml = (meta: string, docdata = "<docdata/>"): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2024-04-22T07:10:00Z</versionCreated>${meta}</itemMeta>` +
  `<contentMeta><headline>${HEADLINE}</headline></contentMeta><contentSet><inlineXML>${nitf(docdata)}</inlineXML></contentSet></newsItem>`;

const govuk = (fields: object): string =>
  JSON.stringify({ base_path: "/x", schema_name: "news_article", title: HEADLINE, first_published_at: "2024-04-22T07:10:00Z", details: { body: `<p>${TEXT}</p>` }, ...fields }); // prettier-ignore

const rss = (item: string, date = "Mon, 22 Apr 2024 07:10:00 GMT"): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title><item><title>${HEADLINE}</title><description>${TEXT}</description><pubDate>${date}</pubDate>${item}</item></channel></rss>`;

const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><title>Feed</title><entry><id>urn:1</id><title>${HEADLINE}</title><updated>2024-04-22T07:10:00Z</updated><content>${TEXT}</content>${entry}</entry></feed>`;

const jsonFeed = (fields: object): string =>
  JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Feed", items: [{ id: "1", title: HEADLINE, content_text: TEXT, date_published: "2024-04-22T07:10:00Z", ...fields }] }); // prettier-ignore

const page = (head: string): string =>
  `<!doctype html><html lang="en"><head><title>${HEADLINE}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-04-22T07:10:00Z">${head}</head><body><article><h1>${HEADLINE}</h1>${`<p>${TEXT}</p>`.repeat(8)}</article></body></html>`;

const jsonLd = (fields: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: HEADLINE, ...fields })}</script>`;

const markdown = (fields: string): string => `---\ntitle: ${HEADLINE}\ndate: 2024-04-22\ntags: [${SENTINEL}]\n${fields}\n---\n${TEXT}\n`;

/** Each with what its field is called in the report. */
const HELD: [file: string, text: string, field: string][] = [
  ["n.json", ninjs({ pubstatus: "withheld" }), "pubstatus"],
  ["n.json", ninjs({ pubstatus: "canceled" }), "pubstatus"],
  ["n.json", ninjs({ embargoed: "next week" }), "embargoed"],
  ["n.xml", newsml('<pubStatus qcode="stat:withheld"/>'), "pubStatus"],
  ["n.xml", newsml('<pubStatus qcode="stat:canceled"/>'), "pubStatus"],
  ["n.xml", newsml("<embargoed>soon</embargoed>"), "embargoed"],
  ["n.xml", newsml("", '<docdata management-status="withheld"/>'), "management-status"],
  ["u.json", govuk({ publication_state: "draft" }), "publication_state"],
  ["u.json", govuk({ access_limited: { users: ["x"] } }), "access_limited"],
  ["m.md", markdown("status: scheduled"), "status"],
  ["m.md", markdown("visibility: members"), "visibility"],
];

/** What comes in and waits, or is over. */
const WAITS: [file: string, text: string][] = [
  ["w.xml", wxr(status("future"), LATER)],
  ["w.xml", wxr(status("publish"), LATER)],
  ["w.xml", wxr(`${postmeta("_expiration-date", Date.parse(EARLIER) / 1000)}<wp:postmeta><wp:meta_key>_expiration-date-status</wp:meta_key><wp:meta_value>saved</wp:meta_value></wp:postmeta>`)], // prettier-ignore
  ["g.json", ghost({ status: "scheduled", published_at: LATER })],
  ["n.json", ninjs({ embargoed: LATER })],
  ["n.json", ninjs({ body_html: undefined, body_xhtml: undefined, body_nitf: nitf('<docdata><date.release norm="29991201T060000Z"/></docdata>') })], // prettier-ignore
  ["n.xml", newsml(`<embargoed>${LATER}</embargoed>`)],
  ["n.xml", newsml("", '<docdata><date.release norm="29991201T060000Z"/></docdata>')],
  ["n.xml", newsml("", '<docdata><date.expire norm="20011201T060000Z"/></docdata>')],
  ["u.json", govuk({ publishing_scheduled_at: LATER })],
  ["r.xml", rss("", "Wed, 01 Dec 2999 06:00:00 GMT")],
  ...[`<p:embargoDate>${LATER}</p:embargoDate>`, `<p:expirationDate>${EARLIER}</p:expirationDate>`, `<d:available><![CDATA[start=${LATER}; end=3000-01-01]]></d:available>`, `<d:valid>end=${EARLIER}</d:valid>`, `<embargo>${LATER}</embargo>`, `<p:killDate>${EARLIER}</p:killDate>`].map((element): [string, string] => ["r.xml", rss(element)]), // prettier-ignore
  ["a.xml", atom(`<p:embargoDate xmlns:p="urn:p">${LATER}</p:embargoDate>`)],
  ["j.json", jsonFeed({ date_published: LATER })],
  ["j.json", jsonFeed({ expires: EARLIER })],
  ["p.html", page(`<meta property="article:expiration_time" content="${EARLIER}">`)],
  ["p.html", page(jsonLd({ expires: EARLIER }))],
  ["p.html", page(`<meta name="robots" content="unavailable_after: ${EARLIER}">`)],
  ["m.md", markdown(`publishDate: ${LATER}`)],
  ["m.md", markdown(`embargo: ${LATER}`)],
  ["m.md", markdown(`expiryDate: ${EARLIER}`)],
];

const from = (file: string): string | undefined => (file === "p.html" ? "page" : undefined);

describe("what an archive does not publish", () => {
  it.each(HELD)("is left out with the field's name: %s (%#)", async (file, text, field) => {
    const { content, counts, messages } = await tryImport(folderOf({ [file]: text }), { from: from(file) });
    expect(counts).toMatchObject({ in: 1, published: 0, skipped: 1 });
    expect(messages.join("\n")).toContain(field);
    expect(messages.join("\n")).not.toContain("abc");
    expect(articlesIn(content).size).toBe(0);
  });

  it.each(WAITS)("comes in with its moment, which every build honours: %s (%#)", async (file, text) => {
    const { content, counts, messages } = await tryImport(folderOf({ [file]: text }), { from: from(file) });
    expect(counts).toMatchObject({ in: 1, published: 1 });
    expect(messages.join("\n")).toMatch(/builds keep it back/u);
    const out = temporaryFolder();
    const compiled = await compile({ content, out });
    expect(compiled.counts).toMatchObject({ read: 1, published: 0 });
    for (const [name, written] of filesIn(out)) expect(`${name} ${written}`.toLowerCase(), name).not.toContain(SENTINEL);
  });

  it("is written with the moments that count, as instants", async () => {
    const text = markdown("publishDate: 2999-12-01\nembargo: 2999-12-02 07:00\nexpiryDate: 3000-01-01\nunpublishDate: 2999-12-31");
    const [article] = [...articlesIn((await tryImport(folderOf({ "m.md": text }))).content).values()];
    expect(article).toMatchObject({
      publishDate: "2999-12-01T00:00:00Z",
      embargo: "2999-12-02T07:00:00Z",
      expires: "2999-12-31T00:00:00Z",
    });
  });
});
