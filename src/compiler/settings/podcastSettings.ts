import * as v from "valibot";
import { described, TextSchema } from "./settingSchemas.ts";

/** `podcast` of edition.json: what feeds of episodes say for apps. */
export const PodcastSettingsSchema = v.optional(
  described(
    v.strictObject({
      title: v.optional(described(TextSchema, "The name of the podcast, if not that of the paper.")),
      description: v.optional(described(TextSchema, "What it is about.")),
      author: v.optional(described(TextSchema, "Who makes it, if not the paper.")),
      email: v.optional(
        described(
          v.pipe(v.string(), v.email("must be an email address")),
          "Where apps can ask whether the podcast is yours. Everybody can read it in the feed.",
        ),
      ),
      image: v.optional(described(TextSchema, "Its cover: a square JPEG or PNG of the content folder, of 1400 to 3000 pixels.")),
      category: v.optional(described(TextSchema, "One of Apple’s categories, with “>” before one within it.", "News > Daily News"), "News"),
      explicit: v.optional(described(v.boolean(), "Whether it is not for children, where an episode does not say."), false),
      type: v.optional(
        described(v.picklist(["episodic", "serial"]), "Whether episodes stand alone, or are heard from the first one on."),
        "episodic",
      ),
      guid: v.optional(
        described(v.pipe(v.string(), v.uuid("must be a UUID")), "The `podcast:guid` that the podcast had before it moved here."),
      ),
    }),
    "What the [podcast](audio.md#podcasts) says of itself, whose episodes are stories with a recording of their own.",
    { title: "Harbour Talk", image: "pictures/cover.jpg", category: "News > Daily News", email: "talk@post.example" },
  ),
  {},
);
