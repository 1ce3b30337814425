import { releaseTable } from "../../draft/release/releaseTable.ts";

/** States of the Publishing API and of Whitehall. A withdrawn document stays readable, and says that it is withdrawn. */
const STATES = {
  publishes: ["published", "live", "withdrawn"],
  withholds: ["draft", "imported", "submitted", "rejected", "scheduled", "superseded", "unpublished", "deleted"],
};

/** When readers may see a content item, by the schemas of the Publishing API. `phase` is that of its service, such as "beta". */
export const govukRelease = releaseTable({
  publication_state: STATES,
  state: STATES,
  content_store: { publishes: ["live"], withholds: ["draft"] },
  withdrawn: { withholds: [] },
  publishing_scheduled_at: { means: "release" },
  access_limited: { means: "locks" },
  // People with such an id see a draft without an account.
  auth_bypass_ids: { means: "locks" },
  "unpublishing.type": { publishes: ["withdrawal"], withholds: ["gone", "vanish", "redirect", "substitute"] },
});
