import * as v from "valibot";
import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/libraryRecord.ts";
import { SEALED, type SentRecord, type SyncRequest, type SyncResponse } from "#content/library/sync.ts";
import { type Answer, type Ask, batchOf } from "./exchange.ts";
import { type LibraryKey, sealerOf } from "./libraryKey.ts";

/** How many received records could not be decrypted, and how many only a newer version of the app can read. */
export type Unread = { unopened: number; newer: number };

/** Sends a request to the server itself, which knows only sealed records. @throws ApiError */
export type Send = (request: SyncRequest) => Promise<SyncResponse>;

/**
 * Encrypts all records on their way to the server and decrypts them on their way
 * back. Records that the server still holds unencrypted, or under an earlier key, are
 * encrypted again and replaced there before the answer counts, if the key accepts
 * them: a device that is interrupted finds them again.
 * @param onUnread told how many records could not be opened or need a newer version of the app; they stay on the server
 */
export function withEncryption(key: LibraryKey, send: Send, onUnread: (unread: Unread) => void): Ask {
  const { seal, open } = sealerOf(key);
  return async ({ account, since, records }): Promise<Answer> => {
    const sealed = await Promise.all(records.map(seal));
    const answer = await send({ account, key: key.id, since, records: sealed });
    const opened = await Promise.all(answer.records.map(async (entry) => ({ entry, record: await open(entry) })));
    const plain = key.plain ? answer.plain : [];
    const old = [
      ...plain.map((record) => ({ record, replaces: { kind: record.kind, id: record.id } })),
      ...opened.flatMap(({ entry, record }) =>
        record && entry.key !== key.id ? [{ record, replaces: { kind: SEALED, id: entry.id } }] : [],
      ),
    ];
    const moved = await Promise.all(old.map(async ({ record, replaces }): Promise<SentRecord> => ({ ...(await seal(record)), replaces })));
    for (let batch = batchOf(moved); batch.length > 0; batch = batchOf(moved)) {
      await send({ account: answer.account, key: key.id, since: answer.revision, records: batch });
      moved.splice(0, batch.length);
    }
    const decrypted = opened.flatMap(({ record }) => record ?? []);
    const known = decrypted.flatMap(readable);
    const unopened = opened.length - decrypted.length + answer.plain.length - plain.length;
    if (unopened > 0 || known.length < decrypted.length) onUnread({ unopened, newer: decrypted.length - known.length });
    const names = new Map(sealed.map(({ id }, index) => [id, nameOf(records[index])]));
    const named = (ids: string[]) => ids.flatMap((id) => names.get(id) ?? []);
    return { ...answer, records: [...plain, ...known], refused: named(answer.refused), full: named(answer.full) };
  };
}

/** @returns an empty list for a record that needs a newer version of the app */
function readable(record: unknown): LibraryRecord[] {
  const read = v.safeParse(LibraryRecordSchema, record);
  return read.success ? [read.output] : [];
}

const nameOf = (record: LibraryRecord | undefined): string | undefined => record && keyOf(record);
