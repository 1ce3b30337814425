// Loaded into a build that is measured: writes its resource usage to the file BENCH_USAGE.
import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));
