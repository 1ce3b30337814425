import { defineSource, type SourceItem } from "#extend/extend.js";
import { isRecord, type Raw, recordIn, recordsOf, scalarText } from "../../text/jsonRecord.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { notAnArticle } from "../../text/notAnArticle.ts";
import { arcStory } from "./arcStory.ts";
import { WEB } from "./elementHtml.ts";

/** Arc XP documents in ANS (https://github.com/washingtonpost/ans-schema): a story, a list, a content API response, or one per line. */
export const arcSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) => {
    if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
    const keys = keysOfJson(head);
    return keys.has("content_elements") && (keys.has("headlines") || /"type"\s*:\s*"(?:story|results|collection)"/u.test(head));
  },
  timeZone: "UTC",
  // By its schema (ANS 0.10).
  release: {
    status: { means: "status" },
    "revision.published": { means: "shows" },
    "publishing.has_published_edition": { means: "shows" },
    "publishing.editions.default.edition_published": { means: "shows" },
    "additional_properties.is_published": { means: "shows" },
    "additional_properties.has_published_copy": { means: "shows" },
    "publishing.scheduled_operations.publish_edition.operation_date": { means: "release" },
    "publishing.scheduled_operations.unpublish_edition.operation_date": { means: "expiry" },
    publish_date: { means: "release" },
    // Published stories may have any: newsrooms choose their own, and many leave it at 1.
    "workflow.status_code": { means: "stage" },
    channels: { publishes: WEB, withholds: ["print", "newspaper"], any: true },
    // Publishers choose their own codes. Everybody can read "metered" stories, though only a limited number.
    "content_restrictions.content_code": {
      publishes: ["free", "metered", "default", "public", "open", "none", "unrestricted"],
      withholds: [
        "premium",
        "subscriber",
        "subscribers",
        "subscriber-only",
        "subscription",
        "paid",
        "locked",
        "member",
        "members",
        "exclusive",
      ],
    },
    "content_restrictions.embargo": { means: "embargo" },
    "content_restrictions.geo.restrictions": { means: "locks" },
    "syndication.search": { means: "shows" },
  },
  read: async ({ json, types }) => itemsIn(await json()).map((item, index) => read(item, index, types)),
});

/** API responses and collections hold their stories in the field in which a story holds its text. */
function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (!isRecord(value)) return value === undefined ? [] : [value];
  const elements = recordsOf(value["content_elements"]);
  const isList =
    value["headlines"] === undefined && (/^(?:results|collection)$/u.test(scalarText(value["type"])) || elements.some(isStory));
  return isList ? elements.flatMap(itemsIn) : [value];
}

const isStory = (element: Raw): boolean => element["type"] === "story" && "content_elements" in element;

function read(item: unknown, index: number, types: readonly string[]): SourceItem {
  const id = isRecord(item) ? scalarText(item["_id"]) : "";
  const place = id === "" ? `document ${index + 1}` : id;
  if (!isRecord(item)) return { place, skipped: "It is not an object with the fields of a document." };
  const type = scalarText(item["type"]) || "story";
  const found = { place, item: { ...item, content_restrictions: restrictionsOf(item) } };
  if (!["story", ...types].includes(type)) return { ...found, story: { id }, skipped: notAnArticle(type) };
  const problems: { message: string }[] = [];
  return { ...found, ...arcStory(item, (message) => problems.push({ message })), problems };
}

/** An embargo without an end applies until further notice, and one that is not active does not count. */
function restrictionsOf(story: Raw): Raw {
  const restrictions = recordIn(story, "content_restrictions");
  const { embargo } = restrictions;
  if (!isRecord(embargo)) return restrictions;
  return { ...restrictions, embargo: embargo["active"] === false ? undefined : (embargo["end_time"] ?? true) };
}
