import { milliseconds } from "#content/instant.ts";
import type { Dated } from "./dates.ts";

/** The oldest first; at the same moment by file, so that the order is the same on every machine. */
export function inOrder(drafts: Dated[]): Dated[] {
  return drafts
    .map((draft) => ({ draft, at: milliseconds(draft.datePublished) }))
    .toSorted((a, b) => a.at - b.at || compare(a.draft.file, b.draft.file))
    .map(({ draft }) => draft);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
