import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { subjectId } from "#content/library/subjectId.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { type Seen, storiesOf } from "./newStories.ts";

type Followed = LibraryValue<"followed">;

/** What was seen of each subject before this visit, so that new stories stay marked as new as long as the tab is open. */
const before = new Map<string, Seen>();

/** What was seen of a subject before this visit. */
export function seenBefore(id: string, now: Seen): Seen {
  return before.get(id) ?? now;
}

/** Notes that the reader looks at followed subjects, and follows threads that have moved. @param shown the subjects' lists, by id */
export async function noteVisit(shown: Map<string, ListPage>): Promise<void> {
  const followed = libraryOf("followed");
  const now = Date.now();
  const changes = [...shown].flatMap(([id, list]) => {
    const seen = before.get(id) ?? followed.get(id) ?? { seenAt: now };
    before.set(id, seen);
    const noted = (value: Followed | undefined) => value && { ...value, seenAt: now, seen: seenOf(list) };
    const previous = followed.get(id);
    if (list.kind !== "thread" || !previous || list.slug === previous.slug) return [changeOf("followed", id, noted)];
    // The thread was merged into another one, or has another slug: the reader now follows what it has become.
    const [newId, { slug, name }] = [subjectId("thread", list.slug), list];
    if (!before.has(newId)) before.set(newId, seen);
    return [changeOf("followed", id, () => null), changeOf("followed", newId, (value) => noted(value ?? { ...previous, slug, name }))];
  });
  await changeAll(changes);
}

export function seenOf(list: ListPage): string[] {
  return storiesOf(list).map(({ slug }) => slug);
}
