import { useSyncExternalStore } from "react";
import type { Records } from "#content/library/merge.ts";
import { isOf, type LibraryKind, type LibraryValue } from "#content/library/libraryRecord.ts";
import { library } from "./library.ts";
import type { StorageError } from "./libraryView.ts";

type KindView<Kind extends LibraryKind> = ReadonlyMap<string, LibraryValue<Kind>>;

/** Everything of one kind in the reader's library, by id. The map is a new object only when something of this kind has changed. */
export function useLibrary<Kind extends LibraryKind>(kind: Kind): KindView<Kind> {
  const read = () => views[kind](library().records());
  return useSyncExternalStore(subscribe, read, read);
}

export function useRecord<Kind extends LibraryKind>(kind: Kind, id: string): LibraryValue<Kind> | undefined {
  return useLibrary(kind).get(id);
}

/** Why the library lasts only as long as the page; undefined if it lasts longer. */
export function useStorageError(): StorageError | undefined {
  const read = () => library().trouble();
  return useSyncExternalStore(subscribe, read, read);
}

/** Whether the library has been read from the device. */
export function useReady(): boolean {
  const read = () => library().isReady();
  return useSyncExternalStore(subscribe, read, read);
}

/** Everything of one kind in the library, for code outside React. */
export function libraryOf<Kind extends LibraryKind>(kind: Kind): KindView<Kind> {
  return views[kind](library().records());
}

const subscribe = (listener: () => void) => library().subscribe(listener);

const views: { [Kind in LibraryKind]: (records: Records) => KindView<Kind> } = {
  saved: viewOf("saved"),
  followed: viewOf("followed"),
  muted: viewOf("muted"),
  read: viewOf("read"),
  position: viewOf("position"),
  listening: viewOf("listening"),
  highlight: viewOf("highlight"),
  search: viewOf("search"),
};

function viewOf<Kind extends LibraryKind>(kind: Kind): (records: Records) => KindView<Kind> {
  let seen: Records | undefined;
  let view: KindView<Kind> = new Map();
  return (records) => {
    if (records === seen) return view;
    seen = records;
    const now = new Map([...records.values()].filter(isOf(kind)).flatMap(({ id, value }) => (value ? [[id, value] as const] : [])));
    const isSame = now.size === view.size && [...now].every(([id, value]) => view.get(id) === value);
    if (!isSame) view = now;
    return view;
  };
}
