import { changeOf } from "../store/change.ts";
import { changeAll } from "../store/library.ts";
import { libraryOf } from "../store/useLibrary.ts";

/** When each subject was last looked at before this visit: what is new stays marked as new for as long as the tab lives. */
const before = new Map<string, number>();

/** When a subject was last looked at before this visit, in milliseconds since 1970. */
export function seenBefore(id: string, seenAt: number): number {
  return before.get(id) ?? seenAt;
}

/** Notes that the reader looks at what they follow. @param ids of what is shown */
export async function noteVisit(ids: string[]): Promise<void> {
  const followed = libraryOf("followed");
  const now = Date.now();
  for (const id of ids) if (!before.has(id)) before.set(id, followed.get(id)?.seenAt ?? now);
  await changeAll(ids.map((id) => changeOf("followed", id, (value) => value && { ...value, seenAt: now })));
}
