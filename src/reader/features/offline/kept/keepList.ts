import { latestPath, listPath } from "#content/paths.ts";
import { editionPages } from "./editionPages.ts";
import { keep } from "./keep.ts";
import { type ListRef, listStories } from "./listStories.ts";

/** What a list is known by among what is kept: the path of its page. */
export const keptListId = ({ kind, slug }: ListRef): string => listPath(kind, slug);

/** Whether keeping a list keeps all pages of the edition. */
export const isWholeEdition = (id: string): boolean => id === latestPath;

/** Puts all stories of a list on the device, the newest first; of the whole edition every other page as well. */
export function keepList(list: ListRef & { name: string; count: number }): Promise<void> {
  const id = keptListId(list);
  return keep(id, list.name, list.count, (signal) => (isWholeEdition(id) ? editionPages(signal) : listStories(list, signal)));
}
