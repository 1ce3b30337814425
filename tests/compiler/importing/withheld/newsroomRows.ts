import { DATE, EARLIER, inJson, LATER, waits } from "./inJson.ts";
import type { Row } from "./row.ts";

const arc = inJson("Arc", (word, _, given) => ({
  _id: word,
  type: "story",
  version: "0.10.9",
  headlines: { basic: `The ${word}` },
  display_date: DATE,
  content_elements: [{ type: "text", content: `Words of ${word}.` }],
  ...Object(given),
}));

const guardian = inJson("Guardian", (word, _, given) => {
  const { fields, ...own } = Object(given);
  return {
    id: `world/2024/${word}`,
    type: "article",
    webPublicationDate: DATE,
    webTitle: `The ${word}`,
    webUrl: `https://guardian.example/${word}`,
    fields: { headline: `The ${word}`, body: `<p>Words of ${word}.</p>`, ...fields },
    ...own,
  };
});

const govuk = inJson("GOV.UK", (word, _, given) => ({
  base_path: `/government/news/${word}`,
  content_id: word,
  schema_name: "news_article",
  document_type: "news_story",
  title: `The ${word}`,
  first_published_at: DATE,
  details: { body: `<p>Words of ${word}.</p>` },
  ...Object(given),
}));

const schemaOrg = inJson("schema.org", (word, _, given) => ({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  "@id": `https://paper.example/${word}`,
  headline: `The ${word}`,
  datePublished: DATE,
  articleBody: `Words of ${word}.`,
  ...Object(given),
}));

const bbc = inJson("BBC", (word, _, given) => ({
  metadata: { id: `urn:bbc:${word}`, firstPublished: DATE, ...Object(given) },
  promo: { headlines: { headline: `The ${word}` } },
  content: {
    blocks: [
      { type: "text", model: { blocks: [{ type: "paragraph", model: { blocks: [{ type: "fragment", model: { text: `Words of ${word}.` } }] } }] } },
    ],
  },
})); // prettier-ignore

const own = inJson("article JSON", (word, _, given) => ({
  headline: `The ${word}`,
  datePublished: DATE,
  body: [{ type: "paragraph", children: [{ type: "text", text: `Words of ${word}.` }] }],
  ...Object(given),
}));

const scheduled = (name: string, operation_date: string) => ({ publishing: { scheduled_operations: { [name]: [{ operation_date }] } } });

/** The systems of newsrooms and publishers, by the documentation of each. */
export const NEWSROOM_ROWS: Row[] = [
  arc("status", "published", true),
  arc("status", "in-legal"),
  arc("revision.published", false),
  arc("revision.published", true, true),
  arc("publishing.has_published_edition", false),
  arc("publishing.editions.default.edition_published", false),
  arc("additional_properties.is_published", false),
  arc("additional_properties.has_published_copy", false),
  waits("publishDate", arc("publishing.scheduled_operations.publish_edition", LATER, undefined, scheduled("publish_edition", LATER))),
  waits("expires", arc("publishing.scheduled_operations.unpublish_edition", EARLIER, undefined, scheduled("unpublish_edition", EARLIER))),
  arc("publishing.scheduled_operations.unpublish_edition", LATER, true, scheduled("unpublish_edition", LATER)),
  waits("publishDate", arc("publish_date", LATER)),
  arc("workflow.status_code", "draft"),
  arc("workflow.status_code", 1, true),
  arc("workflow", "draft"),
  arc("channels", ["print"]),
  arc("channels", ["in-flight"]),
  arc("channels", ["print", "web"], true),
  arc("content_restrictions.content_code", "premium"),
  arc("content_restrictions.content_code", "gold"),
  arc("content_restrictions.content_code", "metered", true),
  arc("content_restrictions.embargo", { active: true }),
  waits("embargo", arc("content_restrictions.embargo", { active: true, end_time: LATER })),
  arc("content_restrictions.embargo", { active: false, end_time: LATER }, true),
  arc("content_restrictions.geo.restrictions", [{ restriction_id: "us-only" }]),
  arc("syndication.search", false),
  arc("syndication.external_distribution", false, true),

  guardian("isExpired", true),
  guardian("isGone", true),
  guardian("isGone", false, true),
  guardian("channels", [{ channelId: "feast", fields: { isAvailable: true } }]),
  guardian("channels", [{ channelId: "open", fields: { isAvailable: true } }, { channelId: "feast", fields: { isAvailable: false } }], true), // prettier-ignore
  guardian("fields.isLive", "false"),
  guardian("fields.isLive", "true", true),
  ...["members-only", "paid-members-only", "gold"].map((tier) => guardian("fields.membershipAccess", tier)),
  waits("publishDate", guardian("fields.scheduledPublicationDate", LATER)),
  guardian("fields.legallySensitive", "true"),
  guardian("fields.legallySensitive", "false", true),
  waits("publishDate", guardian("scheduledLaunchDate", LATER)),
  waits("publishDate", guardian("fields.scheduledLaunchDate", LATER)),
  waits("embargo", guardian("embargoedUntil", LATER)),
  guardian("embargoedIndefinitely", true),
  guardian("fields.sensitive", "true", true),
  guardian("fields.commentable", "false", true),

  ...["draft", "superseded", "in-legal"].map((state) => govuk("publication_state", state)),
  govuk("publication_state", "published", true),
  ...["submitted", "in-legal"].map((state) => govuk("state", state)),
  govuk("content_store", "draft"),
  govuk("content_store", "live", true),
  waits("publishDate", govuk("publishing_scheduled_at", LATER)),
  govuk("scheduled_publishing_delay_seconds", 130, true, { scheduled_publishing_delay_seconds: 130, publishing_scheduled_at: EARLIER }),
  govuk("access_limited", { users: ["x"] }),
  govuk("auth_bypass_ids", ["7f1b…"]),
  govuk("auth_bypass_ids", [], true),
  govuk("unpublishing.type", "vanish"),
  govuk("unpublishing.type", "withdrawal", true),
  govuk("withdrawn_notice", { explanation: "Superseded.", withdrawn_at: DATE }, true),
  govuk("phase", "beta", true),

  schemaOrg("isAccessibleForFree", false),
  schemaOrg("isAccessibleForFree", "https://schema.org/False"),
  schemaOrg("isAccessibleForFree", "https://schema.org/True", true),
  schemaOrg("hasPart.isAccessibleForFree", "False", undefined, { hasPart: [{ "@type": "WebPageElement", isAccessibleForFree: "False", cssSelector: ".x" }] }), // prettier-ignore
  schemaOrg("hasPart.isAccessibleForFree", true, true, { hasPart: { "@type": "WebPageElement", isAccessibleForFree: true } }),
  schemaOrg("conditionsOfAccess", "Subscribers only"),
  schemaOrg("conditionsOfAccess", "Open access", true),
  schemaOrg("requiresSubscription", true),
  schemaOrg("potentialAction.actionAccessibilityRequirement.category", "subscription"),
  schemaOrg("creativeWorkStatus", "Draft"),
  schemaOrg("creativeWorkStatus", "In legal"),
  schemaOrg("creativeWorkStatus", "Published", true),
  waits("expires", schemaOrg("expires", EARLIER)),
  schemaOrg("private", "in the description", undefined, { description: "[private]A part.[/private]" }),
  schemaOrg("draft", true),
  schemaOrg("audience", { "@type": "Audience", audienceType: "members of parliament" }, true),
  schemaOrg("license", "private", true),

  bbc("passport.availability", "UNAVAILABLE"),
  bbc("passport.availability", "AVAILABLE", true),
  bbc("isDraft", true),
  bbc("status", "in-legal"),
  bbc("type", "STY", true),

  own("status", "in-legal"),
  own("access", "gold"),
  own("draft", true),
  waits("embargo", own("embargo", LATER)),
  waits("expires", own("expires", EARLIER)),
  own("genre", "private view", true),
];
