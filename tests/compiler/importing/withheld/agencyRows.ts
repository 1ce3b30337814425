import { DATE, EARLIER, inJson, LATER, waits } from "./inJson.ts";
import type { Row } from "./row.ts";

const ninjs = inJson("ninjs", (word, _, given) => ({
  uri: `urn:${word}`,
  type: "text",
  versioncreated: DATE,
  headline: `The ${word}`,
  body_html: `<p>Words of ${word}.</p>`,
  ...Object(given),
}));

const liveBlog = inJson("Live Blog", (word, field, given) => ({
  posts: { _items: [
    {
      _id: `urn:${word}`,
      guid: `urn:${word}`,
      type: "composite",
      particular_type: "post",
      post_status: "open",
      published_date: DATE,
      blog: { _id: word, title: field.startsWith("blog") ? `The ${word}` : "The blog", blog_status: "open", ...(field.startsWith("blog") && Object(given)) },
      groups: [{ id: "main", refs: [{ residRef: "1", item: { item_type: "text", text: `<p>Words of ${word}.</p>` } }] }],
      ...(!field.startsWith("blog") && Object(given)),
    },
  ] },
})); // prettier-ignore

const nitfText = (word: string, head: string): string =>
  `<nitf><head>${head}</head><body><body.head><hedline><hl1>The ${word}</hl1></hedline></body.head><body.content><p>Words of ${word}.</p></body.content></body></nitf>`;

/** @param data the inside of docdata @param attributes those of docdata */
const nitf = (field: string, value: string, data: string, isPublic?: true, attributes = "", head = ""): Row => ({
  system: "NITF",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.xml`]: nitfText(word, `${head}<docdata${attributes}><doc-id id-string="${word}"/><date.issue norm="20240422T071000Z"/>${data}</docdata>`), // prettier-ignore
  }),
});

const newsml = (field: string, value: string, meta: string, isPublic?: true): Row => ({
  system: "NewsML-G2",
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({
    [`${word}.xml`]:
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:${word}"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>${DATE}</versionCreated>${meta}</itemMeta>` +
      `<contentMeta><headline>The ${word}</headline></contentMeta><contentSet><inlineXML>${nitfText(word, "")}</inlineXML></contentSet></newsItem>`,
  }),
});

/** The formats of news agencies, by the documentation of each. */
export const AGENCY_ROWS: Row[] = [
  ninjs("pubstatus", "usable", true),
  ninjs("pubstatus", "in-legal"),
  ninjs("pubstatus", "withheld"),
  ninjs("pubstatus", "withhold"),
  waits("embargo", ninjs("embargoed", LATER)),
  ninjs("expires", EARLIER, true),
  ...["draft", "ingested", "in_progress", "spiked", "killed", "recalled", "unpublished"].map((state) => ninjs("state", state)),
  ...["published", "corrected", "Bavaria"].map((state) => ninjs("state", state, true)),
  ninjs("operation", "kill"),
  ninjs("operation", "correct", true),
  ninjs("draft", true),
  ninjs("draft", false, true),
  ninjs("marked_for_not_publication", true),
  ninjs("flags.marked_for_not_publication", true),
  ninjs("flags.marked_for_not_publication", false, true),
  ninjs("flags.marked_archived_only", true),
  ninjs("flags.marked_for_legal", true),
  ninjs("flags.marked_for_sms", true, true),
  waits("publishDate", ninjs("publish_schedule", LATER)),
  ninjs("publish_schedule", EARLIER, true),
  waits("publishDate", ninjs("schedule_settings.utc_publish_schedule", LATER)),
  waits("embargo", ninjs("schedule_settings.utc_embargo", LATER)),
  waits("embargo", ninjs("embargo", LATER)),
  waits("expires", ninjs("expiry", EARLIER)),
  ninjs("ednote", "EMBARGOED until the speech"),
  ninjs("ednote", "Adds details of the embargo", true),
  ninjs("editorialtypes", ["HoldForRelease"]),
  ninjs("editorialtypes", ["Kill"]),
  ninjs("editorialtypes", ["Corrective"], true),

  liveBlog("post_status", "open", true),
  ...["draft", "submitted", "in-legal"].map((status) => liveBlog("post_status", status)),
  liveBlog("spiked", true),
  liveBlog("state", "spiked"),
  liveBlog("deleted", true),
  liveBlog("flags.marked_for_not_publication", true),
  liveBlog("blog_status", "closed", true),
  liveBlog("blog_status", "in-legal"),

  nitf("management-status", "usable", "", true, ' management-status="usable"'),
  nitf("management-status", "in-legal", "", undefined, ' management-status="in-legal"'),
  waits("publishDate", nitf("date.release", "later", '<date.release norm="29991201T060000Z"/>')),
  waits("expires", nitf("date.expire", "earlier", '<date.expire norm="20011201T060000Z"/>')),
  waits("publishDate", nitf("doc.rights.startdate", "later", '<doc.rights owner="X" startdate="29991201"/>')),
  waits("expires", nitf("doc.rights.enddate", "earlier", '<doc.rights owner="X" enddate="20011201"/>')),
  nitf("doc.rights.limitations", "print only", '<doc.rights limitations="Print only"/>'),
  nitf("doc.rights.geography", "Canada", '<doc.rights geography="Canada"/>'),
  nitf("doc.rights.owner", "X", '<doc.rights owner="X" startdate="20200101" geography="world"/>', true),
  nitf("ed-msg", "kill", '<ed-msg msg-type="kill" info="Wrong name."/>'),
  nitf("ed-msg", "embargo", '<ed-msg info="EMBARGOED until the speech ends"/>'),
  nitf("ed-msg", "adds", '<ed-msg msg-type="update" info="Adds details of the embargo."/>', true),
  nitf("del-list", "a service", '<del-list><from-src src-name="X" level-number="1"/></del-list>', true),
  nitf("doc-scope", "local", '<doc-scope scope="local"/>', true),
  nitf("robots", "noindex", "", undefined, "", '<meta name="robots" content="noindex"/>'),
  nitf("online_sections", "Private", "", true, "", '<meta name="online_sections" content="Private"/>'),

  newsml("pubStatus", "usable", '<pubStatus qcode="stat:usable"/>', true),
  newsml("pubStatus", "withheld", '<pubStatus qcode="stat:withheld"/>'),
  newsml("pubStatus", "in-legal", '<pubStatus qcode="stat:in-legal"/>'),
  newsml("embargoed", "empty", "<embargoed/>"),
  waits("embargo", newsml("embargoed", "later", `<embargoed>${LATER}</embargoed>`)),
  newsml("embargoed", "earlier", `<embargoed>${EARLIER}</embargoed>`, true),
  newsml("expires", "earlier", `<expires>${EARLIER}</expires>`, true),
  newsml("edNote", "not for publication", "<edNote>NOT FOR PUBLICATION</edNote>"),
  newsml("signal", "killed", '<signal qcode="sig:killed"/>'),
  newsml("signal", "update", '<signal qcode="sig:update"/>', true),
  waits("publishDate", newsml("pubstart", "later", `<itemMetaExtProperty type="imext:pubstart" value="${LATER}"/>`)),
  waits("expires", newsml("pubstop", "earlier", `<itemMetaExtProperty type="imext:pubstop" value="${EARLIER}"/>`)),
];
