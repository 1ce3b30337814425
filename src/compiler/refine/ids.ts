import type { Report } from "../draft/problem.ts";
import type { Slugged } from "./slugs.ts";

/** A draft with a unique id, which stays when its address changes. */
export type Identified = Slugged & { id: string };

/** Gives each draft an id: its own, else its slug. A reader's library identifies stories by id, so the later of two gets another. */
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
