import { releaseTable } from "../../draft/release/releaseTable.ts";
import { isRecord, type Raw, recordIn } from "../../text/jsonRecord.ts";

/** The names that publishers give to their websites among the output types of `channels`. */
export const WEB = ["web", "website", "webpage", "www", "online", "digital", "desktop", "site", "all"];

const readStory = releaseTable({
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
});

/** When readers may see a story, by the fields of its schema (ANS 0.10). */
export const arcRelease: typeof readStory = (story, time) => readStory({ ...story, content_restrictions: restrictionsOf(story) }, time);

/** An embargo without an end applies until further notice, and one that is not active does not count. */
function restrictionsOf(story: Raw): Raw {
  const restrictions = recordIn(story, "content_restrictions");
  const { embargo } = restrictions;
  if (!isRecord(embargo)) return restrictions;
  return { ...restrictions, embargo: embargo["active"] === false ? undefined : (embargo["end_time"] ?? true) };
}
