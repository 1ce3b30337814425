import type { InlineConfig, Reporter, TestModule, Vitest } from "vitest/node";

/** How a run is reported; TEST_RESULTS names a file for the outcome of each test, which `npm run checks -- --results` reads. */
export function reports(): Pick<InlineConfig, "reporters" | "outputFile"> {
  const results = process.env["TEST_RESULTS"];
  return results === undefined
    ? { reporters: ["default", summaryReporter()] }
    : { reporters: ["default", summaryReporter(), "json"], outputFile: results };
}

/**
 * Lists at the end of a run the tests that passed only when they were tried again, a line each, so that their causes are found;
 * and those that were skipped because a corpus, database or program is missing, so that nobody takes the run for complete. A run
 * with `-t` skips on purpose.
 */
function summaryReporter(): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit: (instance) => void (vitest = instance),
    onTestRunEnd: (modules) => {
      for (const line of modules.flatMap(retriedIn)) vitest?.logger.log(line);
      const skipped = modules.flatMap(skippedIn);
      if (skipped.length === 0 || vitest?.config.testNamePattern) return;
      vitest?.logger.log(["Not run, as what they need is not here:", ...skipped, ""].join("\n"));
    },
  };
}

/** The tests of a file that passed after a failure, each with what was wrong at first. */
function retriedIn(module: TestModule): string[] {
  return [...module.children.allTests("passed")]
    .filter((test) => test.diagnostic()?.flaky)
    .map((test) => {
      const [wrong = ""] = test.result().errors?.[0]?.message.split("\n") ?? [];
      return `RETRIED: ${module.relativeModuleId}: ${test.fullName}: ${wrong}`;
    });
}

/** The suites of a file that were skipped, each with its number of tests. */
function skippedIn(module: TestModule): string[] {
  const suites = new Map<string, number>();
  for (const test of module.children.allTests("skipped")) {
    const suite = test.parent.type === "suite" ? test.parent.fullName : test.fullName;
    suites.set(suite, (suites.get(suite) ?? 0) + 1);
  }
  return [...suites].map(([suite, count]) => `  ${module.relativeModuleId}: ${suite} (${count})`);
}
