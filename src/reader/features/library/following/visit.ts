import type { ListPage } from "#content/listPage.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { type Seen, storiesOf } from "./newStories.ts";

/** What was seen of each subject before this visit: what is new stays marked as new for as long as the tab lives. */
const before = new Map<string, Seen>();

/** What was seen of a subject before this visit. */
export function seenBefore(id: string, now: Seen): Seen {
  return before.get(id) ?? now;
}

/** Notes that the reader looks at what they follow. @param shown the list of each, by its id */
export async function noteVisit(shown: Map<string, ListPage>): Promise<void> {
  const followed = libraryOf("followed");
  const now = Date.now();
  for (const id of shown.keys()) if (!before.has(id)) before.set(id, followed.get(id) ?? { seenAt: now });
  await changeAll(
    [...shown].map(([id, list]) => changeOf("followed", id, (value) => value && { ...value, seenAt: now, seen: seenOf(list) })),
  );
}

export function seenOf(list: ListPage): string[] {
  return storiesOf(list).map(({ slug }) => slug);
}
