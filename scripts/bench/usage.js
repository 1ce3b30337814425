// Loaded into a build that is measured: leaves what it used where BENCH_USAGE says.
import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
