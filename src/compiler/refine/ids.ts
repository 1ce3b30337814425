import type { Report } from "../draft/problem.ts";
import type { Slugged } from "./slugs.ts";

/** A draft with a name that no other has and that stays when its address changes. */
export type Identified = Slugged & { id: string };

/** Gives each draft an id: its own, else its slug. Two of the same cannot be told apart by the reader's library, so the later one gets another. */
export function ids(drafts: Slugged[], report: Report): Identified[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const wanted = draft.id ?? draft.slug;
    let id = wanted;
    for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}-${copy}`;
    if (id !== wanted) {
      report({
        severity: "warning",
        file: draft.file,
        place: "id",
        message: `The id "${wanted}" is taken by another article; this one has "${id}".`,
        remedy: "Give each an id of its own: readers' libraries identify stories by it.",
      });
    }
    taken.add(id);
    return Object.assign(draft, { id });
  });
}
