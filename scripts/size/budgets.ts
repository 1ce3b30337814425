/** Sizes in bytes, by group ("routes", "files", "html") and name. */
export type Sizes = Record<string, Record<string, number>>;

/** Sentences about entries that are larger than their budget, or have none. */
export function overBudget(sizes: Sizes, budgets: Sizes): string[] {
  return Object.entries(sizes).flatMap(([group, ofGroup]) =>
    Object.entries(ofGroup).flatMap(([name, bytes]) => {
      const budget = budgets[group]?.[name];
      if (budget === undefined) return [`${group}: ${name} has no budget in sizes.json; it takes ${bytes} bytes.`];
      return bytes > budget ? [`${group}: ${name} takes ${bytes} bytes, ${bytes - budget} more than its budget.`] : [];
    }),
  );
}

/** A budget leaves 3 % of room, so that a small repair does not exceed it. */
const roomy = (bytes: number): number => Math.ceil((bytes * 1.03) / 50) * 50;

/** Lowers the budgets that are not used up, and removes those of entries that no longer exist. */
export function lowered(sizes: Sizes, budgets: Sizes): Sizes {
  return Object.fromEntries(
    Object.entries(budgets).map(([group, ofGroup]) => [
      group,
      Object.fromEntries(
        Object.entries(ofGroup).flatMap(([name, budget]) => {
          const bytes = sizes[group]?.[name];
          return bytes === undefined ? [] : [[name, Math.min(budget, roomy(bytes))]];
        }),
      ),
    ]),
  );
}
