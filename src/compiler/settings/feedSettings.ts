import * as v from "valibot";
import { count, described } from "./settingSchemas.ts";

/** What feeds contain. */
export const FeedSettingsSchema = v.optional(
  described(
    v.strictObject({
      items: count(30, 1, 200, "How many stories a feed contains."),
      fullText: v.optional(described(v.boolean(), "Whether feeds contain whole stories instead of summaries."), false),
    }),
    "The content of the feeds (RSS, Atom, JSON Feed).",
    { items: 50, fullText: true },
  ),
  {},
);

/** `markdown` of edition.json. */
export const MarkdownSchema = v.optional(
  described(
    v.boolean(),
    "Whether each story is published as [Markdown](partners.md#markdown) too, at its address with `.md`, and `llms.txt` names the newest.",
    true,
  ),
  false,
);
