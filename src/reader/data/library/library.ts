import type { LibraryKind, LibraryRecord, LibraryValue } from "#content/library/libraryRecord.ts";
import { address } from "../../edition/address.ts";
import { type Change, changeOf } from "./change.ts";
import { type LibraryStore, libraryStore } from "./libraryStore.ts";

let opened: LibraryStore | undefined;

/** The reader's library on this device, opened on first use. */
export function library(): LibraryStore {
  opened ??= libraryStore(`broadsheet-library:${address().base}`);
  return opened;
}

/** Adds something to the library, or removes it with null. Resolves once it is on the device, or in memory if nothing can be stored. */
export function changeLibrary<Kind extends LibraryKind>(kind: Kind, id: string, value: LibraryValue<Kind> | null): Promise<void> {
  return changeAll([changeOf(kind, id, () => value)]);
}

/** Changes a value of the library, based on the current one. @param next returns undefined to leave it as it is */
export function updateLibrary<Kind extends LibraryKind>(
  kind: Kind,
  id: string,
  next: (before: LibraryValue<Kind> | undefined) => LibraryValue<Kind> | null | undefined,
): Promise<void> {
  return changeAll([changeOf(kind, id, next)]);
}

/** Makes several changes at once: all of them, or none. */
export function changeAll(changes: Change[]): Promise<void> {
  return library().change(changes);
}

/** Merges records made elsewhere, by a sync or an import. Of two with the same id the newer one wins. */
export function mergeRecords(records: readonly LibraryRecord[]): Promise<void> {
  return library().mergeRecords(records);
}

/** Every record, including those that remember a removal. */
export function allRecords(): Promise<LibraryRecord[]> {
  return library().all();
}

/** Closes the library's storage. The next use opens it again. */
export async function closeLibrary(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await closing?.close();
}
