import { defineSource, type SourceItem } from "#extend/extend.js";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { govukStory, pathOf, SITE } from "./govukStory.ts";

/** States of the Publishing API and of Whitehall. A withdrawn document stays readable, and says that it is withdrawn. */
const STATES = {
  publishes: ["published", "live", "withdrawn"],
  withholds: ["draft", "imported", "submitted", "rejected", "scheduled", "superseded", "unpublished", "deleted"],
};

/** Content items of GOV.UK as its content API returns them (https://content-api.publishing.service.gov.uk/): news and speeches. */
export const govukSource = defineSource({
  extensions: ["json"],
  detects: ({ head }) => {
    if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
    const keys = keysOfJson(head);
    return keys.has("base_path") && ["schema_name", "document_type", "content_id", "publishing_app"].some((key) => keys.has(key));
  },
  timeZone: "Europe/London",
  // By the schemas of the Publishing API. `phase` is that of its service, such as "beta".
  release: {
    publication_state: STATES,
    state: STATES,
    content_store: { publishes: ["live"], withholds: ["draft"] },
    withdrawn: { withholds: [] },
    publishing_scheduled_at: { means: "release" },
    access_limited: { means: "locks" },
    // People with such an id see a draft without an account.
    auth_bypass_ids: { means: "locks" },
    "unpublishing.type": { publishes: ["withdrawal"], withholds: ["gone", "vanish", "redirect", "substitute"] },
  },
  read: async ({ json, types }) => {
    const value = await json();
    if (value === undefined) return [];
    return Array.isArray(value)
      ? value.map((item: unknown, index) => read(item, `item ${index + 1}`, types))
      : read(value, "details.body", types);
  },
});

function read(item: unknown, place: string, types: readonly string[]): SourceItem {
  if (!isRecord(item)) return { place, skipped: NO_ITEM, problems: [{ severity: "error", message: NO_ITEM }] };
  const base = new URL(pathOf(item) ?? "/", SITE).href;
  return { place, item, base, ...leftOut(item, types), story: govukStory(item, base) };
}

const NO_ITEM = "It is not an object with the fields of a content item.";

const STORIES = ["news_article", "speech"];

function leftOut(item: Raw, types: readonly string[]): Pick<SourceItem, "held" | "skipped"> {
  const kinds = [scalarText(item["schema_name"]), scalarText(item["document_type"])].filter(Boolean);
  const moved = "It was removed or moved, and has no text of its own.";
  if (kinds.includes("gone")) return { held: moved };
  if (kinds.includes("redirect")) return { skipped: moved };
  if (kinds.length === 0 || kinds.some((kind) => STORIES.includes(kind) || types.includes(kind))) return {};
  return { skipped: `It is of the type "${kinds[0]}", neither news nor a speech; --types ${kinds[0]} imports such items too.` };
}
