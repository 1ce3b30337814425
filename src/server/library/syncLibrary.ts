import { isAhead, type SyncRequest, type SyncResponse } from "#content/library/sync.ts";
import type { Database } from "../database/tables.ts";
import { Problem } from "../problemResponse.ts";
import { hasUnknownRevision, recordRevision, recordsSince } from "./libraryReads.ts";
import { requireKey } from "./accountLibrary.ts";
import { type Room, storeRecords } from "./storeRecords.ts";

/**
 * Stores a device's changes in an account's library, and returns those of other devices.
 * @param now milliseconds since 1970
 * @throws Problem 409 if the device has the library of another account, another key, or a later state of this library
 */
export async function syncLibrary(
  db: Database,
  user: string,
  { account, key, since, records }: SyncRequest,
  { now, room }: { now: number; room: Room },
): Promise<SyncResponse> {
  if (account !== undefined && account !== user)
    throw new Problem(409, "other-account", "The library on this device belongs to another account.");
  await requireKey(db, user, key, { orNone: records.length === 0 });
  if (await hasUnknownRevision(db, user, since))
    throw new Problem(409, "restored", "The account's library was restored from a backup that is older than what this device last synced.");
  const ahead = records.filter((record) => isAhead(record, now));
  const stored = await storeRecords(db, user, { key, since, records: records.filter((record) => !ahead.includes(record)) }, { now, room });
  const changed = await recordsSince(db, user, since);
  await recordRevision(db, user, changed.revision, now);
  return { account: user, ...changed, refused: [...ahead.map(({ id }) => id), ...stored.unseen], full: stored.full, now };
}
