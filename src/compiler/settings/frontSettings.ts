import * as v from "valibot";
import { SectionLayoutSchema } from "#content/pages/frontPage.ts";
import { count, described, TextSchema } from "./settingSchemas.ts";

/** Names a story by its slug, its file or its address. */
const StorySchema = TextSchema;
const StoriesSchema = v.array(StorySchema);

const LinkSchema = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/|\/(?!\/))/iu, "must be a page such as /about or an address such as https://example.org/"),
);

/** Several stories under a title: a series, a topic, or a list of stories. */
const StripSchema = v.pipe(
  v.strictObject({
    title: v.optional(TextSchema),
    series: v.optional(TextSchema),
    topic: v.optional(TextSchema),
    stories: v.optional(StoriesSchema),
    description: v.optional(TextSchema),
  }),
  v.check(
    ({ title, series, topic, stories }) =>
      [series, topic, stories].filter((one) => one !== undefined).length === 1 && (stories === undefined || title !== undefined),
    "must have a series, a topic, or a title and stories",
  ),
);

/** The file `front.json` of a content folder: an editor's choices for the front page. The rest is chosen automatically. */
export const FrontSettingsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  lead: v.optional(StorySchema),
  /** Up to three stories shown with the lead. */
  also: v.optional(v.pipe(StoriesSchema, v.maxLength(3))),
  /** The first places of the row under the lead, which has up to four. */
  top: v.optional(v.pipe(StoriesSchema, v.maxLength(4))),
  longRead: v.optional(StorySchema),
  strips: v.optional(v.pipe(v.array(StripSchema), v.maxLength(12)), []),
  /** These sections come first, in this order and in these layouts. */
  sections: v.optional(
    v.array(v.strictObject({ section: TextSchema, layout: v.optional(SectionLayoutSchema), hidden: v.optional(v.boolean(), false) })),
    [],
  ),
  /** A banner above everything, until a given time. */
  breaking: v.optional(v.strictObject({ text: TextSchema, link: v.optional(LinkSchema), until: TextSchema })),
  /** A notice that each reader can close for good. */
  alert: v.optional(v.strictObject({ text: TextSchema, link: v.optional(LinkSchema), until: v.optional(TextSchema) })),
});

export type FrontSettings = v.InferOutput<typeof FrontSettingsSchema>;

/** `mostRead` of edition.json. */
export const MostReadSettingsSchema = v.optional(
  described(
    v.strictObject({ maxAge: count(8, 1, 366, "For how many days after the last request that it counts the list is shown.") }),
    "The [list of the stories read most](statistics.md#most-read), which the front page has if there is a file `most-read.json`.",
    { maxAge: 2 },
  ),
  {},
);

/** `trending` of edition.json. */
export const TrendingSettingsSchema = v.optional(
  described(
    v.strictObject({
      days: count(14, 1, 3650, "The number of days over which topics are counted, up to the newest story."),
      count: count(7, 1, 8, "How many topics are shown."),
    }),
    "The topics under “Trending” on the front page.",
    { days: 21, count: 5 },
  ),
  {},
);
