import * as v from "valibot";
import { FileUrlSchema } from "../image.ts";
import { LinkUrlSchema } from "../blocks/inline.ts";

const NameSchema = v.pipe(v.string(), v.nonEmpty());

/** A month: YYYY-MM. */
export const MonthSchema = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/u, "must be a month such as 2026-12"));

/**
 * What a closed story, which only members may read, has besides its open fields: the sealed file of the rest, and for each tier that
 * may read it the story's key, wrapped with the tier's key of a month.
 */
export const ClosedSchema = v.object({
  file: FileUrlSchema,
  month: MonthSchema,
  tiers: v.array(v.object({ id: NameSchema, name: NameSchema, key: NameSchema })),
  /** What lists tell readers, in the language of the story: "For members". */
  label: v.optional(NameSchema),
  /** The page that says how to become a member. */
  join: v.optional(LinkUrlSchema),
  /** Whether readers who are signed in and members are given the key by the server. */
  signIn: v.optional(v.literal(true)),
  /** Set on the reader's device once the rest is there: by a pass phrase, by the reader's account, or by a link that the reader was given. No file has it. */
  opened: v.optional(v.picklist(["member", "account", "gift"])),
});

export type Closed = v.InferOutput<typeof ClosedSchema>;
