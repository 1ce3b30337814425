import { readFileSync, writeFileSync } from "node:fs";
import { overBudget, lowered, type Sizes } from "./size/budgets.ts";
import { measuredSizes } from "./size/measuredSizes.ts";

// Compares the sizes of the built reader and the sample edition's site with sizes.json.
// With --lower, lowers the budgets of files that have become smaller. It never raises one.

const FILE = "sizes.json";
const budgets: Sizes = JSON.parse(readFileSync(FILE, "utf8"));
const sizes = measuredSizes("build/app", "site");
const faults = overBudget(sizes, budgets);

for (const [group, ofGroup] of Object.entries(sizes)) {
  console.log(`${group} (bytes, Brotli)`);
  for (const [name, bytes] of Object.entries(ofGroup)) {
    console.log(`${String(bytes).padStart(8)} of ${String(budgets[group]?.[name] ?? "none").padEnd(7)} ${name}`);
  }
}
for (const fault of faults) console.error(fault);
if (process.argv.includes("--lower")) writeFileSync(FILE, `${JSON.stringify(lowered(sizes, budgets), null, 2)}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
