import * as v from "valibot";
import { LibraryRecordSchema } from "./record.ts";

/** Records that one request may carry. */
export const MOST_RECORDS = 500;

const RevisionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How far a stamp may be ahead of the server's clock, in milliseconds. One that is further would win over all that is written until then. */
export const MOST_AHEAD = 5 * 60 * 1000;

/**
 * What a device tells the server: how far it knows the account's library, and
 * what it changed itself. `account` is what the server called the account when
 * the device began: libraries of two accounts never mix.
 */
export const SyncRequestSchema = v.object({
  account: v.optional(v.pipe(v.string(), v.maxLength(100))),
  since: RevisionSchema,
  records: v.pipe(v.array(LibraryRecordSchema), v.maxLength(MOST_RECORDS, `must hold at most ${MOST_RECORDS} records`)),
});

/**
 * What the server answers: everything that changed after `since`, and how far
 * that reaches. With `more` the device asks again from there. `refused` names
 * records whose stamp lies in the future; `now` is the server's clock in
 * milliseconds since 1970, by which they can be stamped anew. `full` names
 * those for which the account has no more room.
 */
export const SyncResponseSchema = v.object({
  account: v.string(),
  revision: RevisionSchema,
  records: v.array(LibraryRecordSchema),
  more: v.boolean(),
  refused: v.array(v.string()),
  full: v.array(v.string()),
  now: v.number(),
});

export type SyncRequest = v.InferOutput<typeof SyncRequestSchema>;
export type SyncResponse = v.InferOutput<typeof SyncResponseSchema>;
