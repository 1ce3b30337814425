import * as v from "valibot";
import { Base64urlSchema } from "../base64url.ts";
import { LibraryRecordSchema } from "./record.ts";
import { StampSchema } from "./stamp.ts";

/** Records that one request may carry. */
export const MOST_RECORDS = 500;

const RevisionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How far a stamp may be ahead of the server's clock, in milliseconds. One that is further would win over all that is written until then. */
export const MOST_AHEAD = 5 * 60 * 1000;

/** The name of a key: 16 random bytes, in base64url. It tells nothing of the key. */
export const KeyIdSchema = v.pipe(Base64urlSchema, v.length(22));

/** Characters of a key that is encrypted under another one, or of all earlier keys under the present one. */
const WrappedSchema = v.pipe(Base64urlSchema, v.maxLength(20_000));

/**
 * A record as the server holds it. `id` is an HMAC of its kind and id, `value`
 * both of them and what the record holds, encrypted: neither says what is read,
 * nor whether something was added or taken away. The key is the reader's, and
 * never gets to the server (decision 38).
 */
export const SealedSchema = v.object({
  id: v.pipe(Base64urlSchema, v.length(43)),
  stamp: StampSchema,
  value: v.pipe(Base64urlSchema, v.maxLength(600_000)),
});

/** What the server calls the kind of a sealed record. Others are from versions that encrypted nothing. */
export const SEALED = "sealed";

/** A sealed record that is sent. `replaces` is what it was read from, as kind and id: a record that is not encrypted yet, or by an earlier key. */
const SentSchema = v.object({
  ...SealedSchema.entries,
  replaces: v.optional(v.object({ kind: v.pipe(v.string(), v.maxLength(20)), id: v.pipe(v.string(), v.maxLength(250)) })),
});

/**
 * What a device tells the server: how far it knows the account's library, and
 * what it changed itself. `account` is what the server called the account when
 * the device began: libraries of two accounts never mix. `key` is the one that
 * the records are sealed with; missing where the account has none.
 */
export const SyncRequestSchema = v.object({
  account: v.optional(v.pipe(v.string(), v.maxLength(100))),
  key: v.optional(KeyIdSchema),
  since: RevisionSchema,
  records: v.pipe(v.array(SentSchema), v.maxLength(MOST_RECORDS, `must hold at most ${MOST_RECORDS} records`)),
});

/**
 * What the server answers: everything that changed after `since`, and how far
 * that reaches. With `more` the device asks again from there. `plain` are records
 * that no device has encrypted yet. `refused` names records, by their sealed ids,
 * whose stamp lies in the future; `now` is the server's clock in milliseconds
 * since 1970, by which they can be stamped anew. `full` names those for which the
 * account has no more room.
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

/** Makes a key the one of an account, in place of `expects`. `forget` deletes what no device can read any more. */
export const NewKeySchema = v.object({
  expects: v.nullable(KeyIdSchema),
  id: KeyIdSchema,
  /** The key, encrypted under the recovery phrase. */
  phrase: WrappedSchema,
  /** Earlier keys, encrypted under this one, for what is still sealed with them, and whether some is not encrypted at all. */
  earlier: WrappedSchema,
  forget: v.boolean(),
});

/** What the server keeps for other devices of what a key takes besides its own records: nothing any more, once all is encrypted with it. */
export const KeptEarlierSchema = v.object({ key: KeyIdSchema, earlier: WrappedSchema });

/** Lets a passkey of the account open its key: the key, encrypted under what the passkey's PRF answers. */
export const PasskeySlotSchema = v.object({
  key: KeyIdSchema,
  passkey: v.pipe(Base64urlSchema, v.maxLength(1400)),
  wrapped: WrappedSchema,
});

/** The key of an account as the server holds it: encrypted, once for each way to open it. */
export const HeldKeySchema = v.object({
  /** Whose key it is, as `account` of a sync. */
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
