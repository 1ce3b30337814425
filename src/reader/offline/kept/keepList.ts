import { listPath } from "#content/paths.ts";
import { keep } from "./keep.ts";
import { type ListRef, listStories } from "./listStories.ts";

/** What a list is known by among what is kept: the path of its page. */
export const keptListId = ({ kind, slug }: ListRef): string => listPath(kind, slug);

/** Puts all stories of a list on the device, the newest first. */
export function keepList(list: ListRef & { name: string; count: number }): Promise<void> {
  return keep(keptListId(list), list.name, list.count, (signal) => listStories(list, signal));
}
