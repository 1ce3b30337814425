import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { overBudget, lowered, type Sizes } from "./size/budgets.ts";
import { measuredSizes } from "./size/measuredSizes.ts";

// Compares the sizes of the reader and the sample edition's site, which it builds first, with sizes.json. TEST_SITES names a folder
// in which the tests have built them (tests/support/buildSampleSite.ts).
// With --lower, lowers the budgets of files that have become smaller. It never raises one.

const FILE = "sizes.json";
const budgets: Sizes = JSON.parse(readFileSync(FILE, "utf8"));
const sizes = measuredSizes(...builtIn(process.env["TEST_SITES"]));
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

function builtIn(sites: string | undefined): [app: string, site: string] {
  if (sites !== undefined) return [join(sites, "package", "build", "app"), join(sites, "site")];
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  return [join("build", "app"), "site"];
}
