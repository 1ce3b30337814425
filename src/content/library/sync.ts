import * as v from "valibot";
import { Base64urlSchema } from "../base64url.ts";
import { LibraryRecordSchema, RecordIdSchema } from "./libraryRecord.ts";
import { StampSchema, timeOf } from "./stamp.ts";

/** The maximum number of records in one request. */
export const MOST_RECORDS = 500;

/** As large as a number can be exactly, which databases can compare too. */
const RevisionSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** How far a stamp may be ahead of the server's clock, in milliseconds. One further ahead would win over all that is written until then. */
const MOST_AHEAD = 5 * 60 * 1000;

/** Whether a stamp is further in the future than clocks differ. @param now the server's clock, in milliseconds since 1970 */
export const isAhead = ({ stamp }: { stamp: string }, now: number): boolean => timeOf(stamp) > now + MOST_AHEAD;

/** The id of a key: 16 random bytes in base64url. It reveals nothing about the key. */
export const KeyIdSchema = v.pipe(Base64urlSchema, v.length(22));

/** A key encrypted under another one, or all earlier keys encrypted under the present one. */
const WrappedSchema = v.pipe(Base64urlSchema, v.maxLength(20_000));

/**
 * A record as the server stores it. `id` is an HMAC of its kind and id; `value`
 * is both of them and the record's value, encrypted. Neither reveals what is read,
 * or whether something was added or removed. The key stays with the reader and
 * never reaches the server (decision 38).
 */
export const SealedSchema = v.object({
  id: v.pipe(Base64urlSchema, v.length(43)),
  stamp: StampSchema,
  value: v.pipe(Base64urlSchema, v.maxLength(600_000)),
});

/** The kind of a sealed record on the server. Other kinds are from versions without encryption. */
export const SEALED = "sealed";

/** A sealed record as it is sent. `replaces` is the kind and id of its source: a record not encrypted yet, or with an earlier key. */
const SentSchema = v.object({
  ...SealedSchema.entries,
  replaces: v.optional(v.object({ kind: v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/u, "must be a kind of record")), id: RecordIdSchema })),
});

/**
 * What a device sends: the revision up to which it knows the account's library,
 * and its own changes. `account` is the server's id of the account when the device
 * began to sync, so that the libraries of two accounts never mix. `key` is the id
 * of the key that the records are sealed with; missing if the account has none.
 */
export const SyncRequestSchema = v.object({
  account: v.optional(v.pipe(v.string(), v.maxLength(100))),
  key: v.optional(KeyIdSchema),
  since: RevisionSchema,
  records: v.pipe(v.array(SentSchema), v.maxLength(MOST_RECORDS, `must hold at most ${MOST_RECORDS} records`)),
});

/**
 * The server's response: everything that changed after `since`, up to `revision`.
 * With `more`, the device asks again from there. `plain` are records that no
 * device has encrypted yet. `refused` lists the sealed ids of records whose stamps
 * are in the future, and of those that would replace a version later than `since`;
 * `now` is the server's clock in milliseconds since 1970, by which the former can be
 * stamped anew. The latter are sent again once that version is merged. `full` lists
 * those for which the account has no more room.
 */
export const SyncResponseSchema = v.object({
  account: v.string(),
  revision: RevisionSchema,
  records: v.array(v.object({ ...SealedSchema.entries, key: KeyIdSchema })),
  plain: v.array(LibraryRecordSchema),
  more: v.boolean(),
  refused: v.array(v.string()),
  full: v.array(v.string()),
  now: v.number(),
});

/** Makes a key the present one of an account, replacing `expects`. `forget` deletes records that no device can read any more. */
export const NewKeySchema = v.object({
  expects: v.nullable(KeyIdSchema),
  id: KeyIdSchema,
  /** The key, encrypted under the recovery phrase. */
  phrase: WrappedSchema,
  /** Earlier keys, encrypted under this one, for records still sealed with them; and whether some records are not encrypted at all. */
  earlier: WrappedSchema,
  forget: v.boolean(),
});

/** Replaces the `earlier` of a key: nothing is left in it once all records are encrypted with the key. */
export const KeptEarlierSchema = v.object({ key: KeyIdSchema, earlier: WrappedSchema });

/** Lets a passkey of the account open its key: the key, encrypted under the output of the passkey's PRF. */
export const PasskeySlotSchema = v.object({
  key: KeyIdSchema,
  passkey: v.pipe(Base64urlSchema, v.maxLength(1400)),
  wrapped: WrappedSchema,
});

/** The key of an account as the server stores it: encrypted, once for each way to open it. */
export const HeldKeySchema = v.object({
  /** The id of the account, as in a sync. */
  account: v.string(),
  key: v.nullable(
    v.object({
      id: KeyIdSchema,
      phrase: WrappedSchema,
      earlier: WrappedSchema,
      passkeys: v.array(v.object({ id: Base64urlSchema, wrapped: WrappedSchema })),
    }),
  ),
});

export type Sealed = v.InferOutput<typeof SealedSchema>;
export type SentRecord = v.InferOutput<typeof SentSchema>;
export type SyncRequest = v.InferOutput<typeof SyncRequestSchema>;
export type SyncResponse = v.InferOutput<typeof SyncResponseSchema>;
export type NewKey = v.InferOutput<typeof NewKeySchema>;
export type KeptEarlier = v.InferOutput<typeof KeptEarlierSchema>;
export type HeldKey = v.InferOutput<typeof HeldKeySchema>["key"];
