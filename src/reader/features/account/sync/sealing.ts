import * as v from "valibot";
import { keyOf } from "#content/library/merge.ts";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/record.ts";
import { SEALED, type SentRecord, type SyncRequest, type SyncResponse } from "#content/library/sync.ts";
import { type Answer, type Ask, batchOf } from "./exchange.ts";
import { type LibraryKey, sealerOf } from "./libraryKey.ts";

/** Records that came and could not be decrypted, and those whose contents only a newer version of the app knows. */
export type Unread = { unopened: number; newer: number };

/** How the server itself is asked, which knows sealed records only. @throws ApiError */
export type Tell = (request: SyncRequest) => Promise<SyncResponse>;

/**
 * Asks the server with all records encrypted on their way out and decrypted on
 * their way in. What the server still holds unencrypted, or under an earlier key,
 * is encrypted anew and deleted there before the answer counts, as long as the key
 * takes that: a device that is cut off finds it once more.
 * @param onUnread hears how many records could not be opened, or are of a newer version of the app; they stay where they are
 */
export function sealing(key: LibraryKey, tell: Tell, onUnread: (unread: Unread) => void): Ask {
  const { seal, open } = sealerOf(key);
  return async ({ account, since, records }): Promise<Answer> => {
    const sealed = await Promise.all(records.map(seal));
    const answer = await tell({ account, key: key.id, since, records: sealed });
    const opened = await Promise.all(answer.records.map(async (each) => ({ each, record: await open(each) })));
    const plain = key.plain ? answer.plain : [];
    const old = [
      ...plain.map((record) => ({ record, replaces: { kind: record.kind, id: record.id } })),
      ...opened.flatMap(({ each, record }) => (record && each.key !== key.id ? [{ record, replaces: { kind: SEALED, id: each.id } }] : [])),
    ];
    const moved = await Promise.all(old.map(async ({ record, replaces }): Promise<SentRecord> => ({ ...(await seal(record)), replaces })));
    for (let batch = batchOf(moved); batch.length > 0; batch = batchOf(moved)) {
      await tell({ account: answer.account, key: key.id, since: answer.revision, records: batch });
      moved.splice(0, batch.length);
    }
    const own = opened.flatMap(({ record }) => record ?? []);
    const known = own.flatMap(readable);
    const unopened = opened.length - own.length + answer.plain.length - plain.length;
    if (unopened > 0 || known.length < own.length) onUnread({ unopened, newer: own.length - known.length });
    const names = new Map(sealed.map(({ id }, index) => [id, nameOf(records[index])]));
    const named = (ids: string[]) => ids.flatMap((id) => names.get(id) ?? []);
    return { ...answer, records: [...plain, ...known], refused: named(answer.refused), full: named(answer.full) };
  };
}

/** @returns nothing of a record of a newer version of the app */
function readable(record: unknown): LibraryRecord[] {
  const read = v.safeParse(LibraryRecordSchema, record);
  return read.success ? [read.output] : [];
}

const nameOf = (record: LibraryRecord | undefined): string | undefined => record && keyOf(record);
