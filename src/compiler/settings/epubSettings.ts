import * as v from "valibot";
import { count, described } from "./settingSchemas.ts";

/** `epub` of edition.json: whether EPUB files are made, and of which stories. */
export const EpubSettingsSchema = v.optional(
  described(
    v.strictObject({
      issues: v.optional(
        described(v.picklist(["daily", "weekly"]), "Whether an issue has the stories of a day, or of a week from Monday to Sunday."),
        "daily",
      ),
      keep: count(30, 1, 30, "How many issues there are: the newest that have stories."),
      stories: count(
        30,
        0,
        100,
        "How many of the newest stories the catalogues of the edition, a section and a topic have, each as a file of its own; with 0, there are only issues.",
      ),
      topics: count(50, 0, 200, "How many topics have a catalogue: those with the most stories."),
    }),
    "Makes EPUB files and [catalogues for e-readers](e-readers.md) (OPDS). There are none by default.",
    { issues: "weekly", keep: 12 },
  ),
);
