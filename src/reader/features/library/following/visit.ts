import type { LibraryValue } from "#content/library/record.ts";
import { subjectId } from "#content/library/subjectId.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { changeOf } from "../../../data/library/change.ts";
import { changeAll } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { type Seen, storiesOf } from "./newStories.ts";

type Followed = LibraryValue<"followed">;

/** What was seen of each subject before this visit: what is new stays marked as new for as long as the tab lives. */
const before = new Map<string, Seen>();

/** What was seen of a subject before this visit. */
export function seenBefore(id: string, now: Seen): Seen {
  return before.get(id) ?? now;
}

/** Notes that the reader looks at what they follow, and where a thread is now that has moved. @param shown the list of each, by its id */
export async function noteVisit(shown: Map<string, ListPage>): Promise<void> {
  const followed = libraryOf("followed");
  const now = Date.now();
  const changes = [...shown].flatMap(([id, list]) => {
    const seen = before.get(id) ?? followed.get(id) ?? { seenAt: now };
    before.set(id, seen);
    const noted = (value: Followed | undefined) => value && { ...value, seenAt: now, seen: seenOf(list) };
    const was = followed.get(id);
    if (list.kind !== "thread" || !was || list.slug === was.slug) return [changeOf("followed", id, noted)];
    // It was joined to another thread, or has another slug: what is followed is what it has become.
    const [is, { slug, name }] = [subjectId("thread", list.slug), list];
    if (!before.has(is)) before.set(is, seen);
    return [changeOf("followed", id, () => null), changeOf("followed", is, (value) => noted(value ?? { ...was, slug, name }))];
  });
  await changeAll(changes);
}

export function seenOf(list: ListPage): string[] {
  return storiesOf(list).map(({ slug }) => slug);
}
