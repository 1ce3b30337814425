import * as v from "valibot";
import { RefSchema } from "./article.ts";
import { FileUrlSchema } from "./image.ts";
import { DirectionSchema } from "./inline.ts";

/** The picture by which a page without one of its own is known where links to it are shared. Width and height in pixels. */
export const SharePictureSchema = v.object({ url: FileUrlSchema, width: v.number(), height: v.number(), alt: v.string() });

/** What every page of an edition needs to know: the file `data/edition.json`. Its size does not depend on the archive's. */
export const EditionSchema = v.object({
  name: v.string(),
  tagline: v.optional(v.string()),
  language: v.string(),
  direction: DirectionSchema,
  timeZone: v.string(),
  /** The day of the newest story, YYYY-MM-DD: the date under which the paper appears. Missing where there is no story. */
  date: v.optional(v.pipe(v.string(), v.isoDate())),
  sections: v.array(RefSchema),
  /** Whether a server beside the site keeps accounts, below its `api/`. */
  accounts: v.optional(v.boolean()),
  trending: v.pipe(v.array(RefSchema), v.maxLength(8)),
  sharePicture: v.optional(SharePictureSchema),
});

export type SharePicture = v.InferOutput<typeof SharePictureSchema>;
export type Edition = v.InferOutput<typeof EditionSchema>;
