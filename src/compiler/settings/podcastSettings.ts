import * as v from "valibot";
import { described, TextSchema } from "./settingSchemas.ts";

/** `podcast` of edition.json: the description of the podcast in its feeds. */
export const PodcastSettingsSchema = v.optional(
  described(
    v.strictObject({
      title: v.optional(described(TextSchema, "The name of the podcast, if not that of the paper.")),
      description: v.optional(described(TextSchema, "What it is about.")),
      author: v.optional(described(TextSchema, "Who makes it, if not the paper.")),
      email: v.optional(
        described(
          v.pipe(v.string(), v.email("must be an email address")),
          "The address at which apps can verify that the podcast is yours. It is public in the feed.",
        ),
      ),
      image: v.optional(described(TextSchema, "Its cover: a square JPEG or PNG in the content folder, of 1400 to 3000 pixels.")),
      category: v.optional(described(TextSchema, "One of Apple’s categories, with “>” before a subcategory.", "News > Daily News"), "News"),
      explicit: v.optional(described(v.boolean(), "Whether episodes are unsuitable for children, unless they say otherwise."), false),
      type: v.optional(
        described(v.picklist(["episodic", "serial"]), "Whether episodes stand alone, or are to be heard in order from the first."),
        "episodic",
      ),
      guid: v.optional(
        described(v.pipe(v.string(), v.uuid("must be a UUID")), "The `podcast:guid` that the podcast had before it moved here."),
      ),
    }),
    "How the [podcast](audio.md#podcasts) describes itself. Its episodes are stories with a recording of their own.",
    { title: "Harbour Talk", image: "pictures/cover.jpg", category: "News > Daily News", email: "talk@post.example" },
  ),
  {},
);
