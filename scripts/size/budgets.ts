/** Bytes by group ("routes", "files", "html") and name. */
export type Sizes = Record<string, Record<string, number>>;

/** What is larger than its budget, or has none, as sentences. */
export function overBudget(sizes: Sizes, budgets: Sizes): string[] {
  return Object.entries(sizes).flatMap(([group, ofGroup]) =>
    Object.entries(ofGroup).flatMap(([name, bytes]) => {
      const budget = budgets[group]?.[name];
      if (budget === undefined) return [`${group}: ${name} has no budget in sizes.json; it takes ${bytes} bytes.`];
      return bytes > budget ? [`${group}: ${name} takes ${bytes} bytes, ${bytes - budget} more than its budget.`] : [];
    }),
  );
}

/** Room for what a change of names does to the packing. */
const roomy = (bytes: number): number => Math.ceil((bytes * 1.005) / 50) * 50;

/** Budgets with those lowered that are not used up, and without those of what is gone. */
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
