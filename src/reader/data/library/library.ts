import type { LibraryKind, LibraryRecord, LibraryValue } from "#content/library/record.ts";
import { address } from "../../edition/address.ts";
import { type Change, changeOf } from "./change.ts";
import { type LibraryStore, libraryStore } from "./libraryStore.ts";

let opened: LibraryStore | undefined;

/** The reader's library on this device, opened when it is first wanted. */
export function library(): LibraryStore {
  opened ??= libraryStore(`broadsheet-library:${address().base}`);
  return opened;
}

/** Puts something into the library, or with null takes it away. Resolves when it is on the device, or in memory where that keeps nothing. */
export function changeLibrary<Kind extends LibraryKind>(kind: Kind, id: string, value: LibraryValue<Kind> | null): Promise<void> {
  return changeAll([changeOf(kind, id, () => value)]);
}

/** Changes what stands in the library by what stands there now. @param next undefined leaves it as it is */
export function updateLibrary<Kind extends LibraryKind>(
  kind: Kind,
  id: string,
  next: (before: LibraryValue<Kind> | undefined) => LibraryValue<Kind> | null | undefined,
): Promise<void> {
  return changeAll([changeOf(kind, id, next)]);
}

/** Several changes at once: all of them are made, or none. */
export function changeAll(changes: Change[]): Promise<void> {
  return library().change(changes);
}

/** Brings in records that were made elsewhere: by a sync or an import. Of two with the same id the newer one stays. */
export function bringIn(records: readonly LibraryRecord[]): Promise<void> {
  return library().bringIn(records);
}

/** Every record, those included that remember that something was taken away. */
export function allRecords(): Promise<LibraryRecord[]> {
  return library().all();
}

/** Lets go of the library's storage. Whoever asks for it next opens it anew. */
export async function closeLibrary(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await closing?.close();
}
