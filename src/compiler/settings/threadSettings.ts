import * as v from "valibot";
import { SlugSchema } from "#content/article.ts";
import { slug as slugOf } from "#content/slug.ts";
import { described, TextSchema } from "./settingSchemas.ts";

/** A slug names files. Most disks allow names of 255 bytes, and this leaves room for an extension. */
const MOST_BYTES = 240;
const ThreadSlugSchema = v.pipe(SlugSchema, v.maxBytes(MOST_BYTES, `must have at most ${MOST_BYTES} bytes`));

const StoriesSchema = v.array(TextSchema);
const SlugsSchema = v.array(ThreadSlugSchema);

const DaySchema = v.pipe(v.string(), v.isoDate("must be a day such as 2024-04-22"));

/** An editor's settings for one thread. Stories are named by their slugs, files or addresses, threads by their slugs. */
const ThreadSchema = v.pipe(
  v.strictObject({
    slug: v.optional(
      described(
        ThreadSlugSchema,
        "The last part of its address: the slug of its first story, or a new one. By default it is made from the name.",
      ),
    ),
    name: v.optional(described(TextSchema, "Its name; by default, the headline of its first story.")),
    description: v.optional(described(TextSchema, "A line under the name.")),
    stories: v.optional(described(StoriesSchema, "Stories that belong to it, even if they would be found elsewhere."), []),
    without: v.optional(described(StoriesSchema, "Stories that do not."), []),
    join: v.optional(described(SlugsSchema, "Threads to join to it; their addresses lead to it."), []),
    formerly: v.optional(described(SlugsSchema, "Slugs that it had; their addresses lead to it."), []),
    closed: v.optional(described(DaySchema, "The last day whose stories can be added to it automatically.")),
    turningPoints: v.optional(described(StoriesSchema, "Its turning points, in place of those that are found; an empty list for none.")),
  }),
  v.check(({ slug, name = "" }) => slug !== undefined || slugOf(name) !== "", "must have a slug, or a name with letters or digits"),
);

/** The file `threads.json` of a content folder: an editor's corrections to the threads that are found. */
export const ThreadSettingsSchema = v.strictObject({
  $schema: v.optional(v.string()),
  threads: v.optional(v.array(ThreadSchema), []),
});

const orNone = <T>(schema: v.GenericSchema<unknown, T>) => v.fallback(v.optional(schema), undefined);
const listOf = (schema: v.GenericSchema<unknown, string>) => orNone(v.array(orNone(schema)));

/** The same, but an invalid field, or an invalid item of a list, becomes undefined; items keep their positions. */
export const SoundThreadSchema = v.object({
  slug: orNone(ThreadSlugSchema),
  name: orNone(TextSchema),
  description: orNone(TextSchema),
  stories: listOf(TextSchema),
  without: listOf(TextSchema),
  join: listOf(ThreadSlugSchema),
  formerly: listOf(ThreadSlugSchema),
  closed: orNone(DaySchema),
  turningPoints: listOf(TextSchema),
});

/** A question to an editor: whether stories are of one thread: the slug that the thread has or would have, and the slugs of the stories that are not in it. */
export type ThreadQuestion = { headlines: string[]; slug: string; others: string[] };
