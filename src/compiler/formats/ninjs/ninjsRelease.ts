import type { CertainField } from "../../draft/release/certainFields.ts";
import { type ReleaseReader, releaseTable } from "../../draft/release/releaseTable.ts";
import { scalarText } from "../../text/jsonRecord.ts";
import { NOTE_TO_EDITORS, orderBesides } from "../iptc/orderToHold.ts";

/** The fields of IPTC ninjs, and of the items of Superdesk and AP, by their lower-case names. */
export const NINJS_FIELDS: Readonly<Record<string, CertainField>> = {
  pubstatus: { means: "status" },
  embargoed: { means: "embargo" },
  // When an item is no longer news, which does not mean that it is withdrawn.
  expires: { withholds: [] },
  // Superdesk
  state: {
    withholds:
      "draft ingested routed fetched submitted in_progress spiked killed scheduled recalled unpublished correction archived deleted".split(
        " ",
      ),
  },
  operation: { withholds: ["kill", "recall", "takedown", "unpublish", "spike"] },
  publish_schedule: { means: "release" },
  embargo: { means: "embargo" },
  "schedule_settings.utc_publish_schedule": { means: "release" },
  "schedule_settings.utc_embargo": { means: "embargo" },
  expiry: { means: "expiry" },
  draft: { means: "hides" },
  spiked: { means: "hides" },
  deleted: { means: "hides" },
  marked_for_not_publication: { means: "hides" },
  "flags.marked_for_not_publication": { means: "hides" },
  "flags.marked_archived_only": { means: "hides" },
  "flags.marked_for_legal": { means: "hides" },
  // AP
  editorialtypes: { withholds: ["kill", "withhold", "withheld", "holdforrelease", "elimination", "disregard", "embargoed"] },
};

const readFields = releaseTable({ ...NINJS_FIELDS, ednote: NOTE_TO_EDITORS });

/** When readers may see an item, whose fields have lower-case names. */
export const ninjsRelease: ReleaseReader = (item, time) =>
  readFields({ ...item, ednote: orderBesides(item["embargoed"] ?? item["embargo"], scalarText(item["ednote"])) }, time);
