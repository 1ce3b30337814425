import * as v from "valibot";
import { LibraryRecordSchema } from "./record.ts";

/** Records that one request may carry. */
export const MOST_RECORDS = 500;

const RevisionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a device tells the server: how far it knows the account's library, and what it changed itself. */
export const SyncRequestSchema = v.object({
  since: RevisionSchema,
  records: v.pipe(v.array(LibraryRecordSchema), v.maxLength(MOST_RECORDS, `must hold at most ${MOST_RECORDS} records`)),
});

/**
 * What the server answers: everything that changed after `since`, and how far
 * that reaches. With `more` the device asks again from there. `refused` names
 * records whose stamp lies in the future; `now` is the server's clock in
 * milliseconds since 1970, by which they can be stamped anew.
 */
export const SyncResponseSchema = v.object({
  revision: RevisionSchema,
  records: v.array(LibraryRecordSchema),
  more: v.boolean(),
  refused: v.array(v.string()),
  now: v.number(),
});

export type SyncResponse = v.InferOutput<typeof SyncResponseSchema>;
