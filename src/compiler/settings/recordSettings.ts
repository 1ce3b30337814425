import * as v from "valibot";
import { described } from "./settingSchemas.ts";

/** `record` of edition.json: whether published versions are recorded, and how. */
export const RecordSettingsSchema = v.optional(
  described(
    v.strictObject({
      foldMinutes: v.optional(
        described(
          v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
          "For how many minutes after a story’s publication small edits of it are folded into one.",
        ),
        15,
      ),
    }),
    "Keeps a [public record](record.md) of each published version of a story, in the folder `record` beside the articles. There is none by default.",
    { foldMinutes: 15 },
  ),
);
