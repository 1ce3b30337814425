import type { InlineConfig, Reporter, TestModule, Vitest } from "vitest/node";

/** How much of a message is shown, in characters: it is to say what was found, and what was waited for. */
const MESSAGE = 600;

const chaiConfig = { truncateThreshold: MESSAGE };

/** How a run is reported; TEST_RESULTS names a file for the outcome of each test, which `npm run checks -- --results` reads. */
export function reports(): Pick<InlineConfig, "reporters" | "outputFile" | "chaiConfig"> {
  const results = process.env["TEST_RESULTS"];
  return results === undefined
    ? { chaiConfig, reporters: ["default", summaryReporter()] }
    : { chaiConfig, reporters: ["default", summaryReporter(), "json"], outputFile: results };
}

/**
 * Lists at the end of a run the tests that passed only when they were tried again, a line each, so that their causes are found;
 * and those that were skipped because a corpus, database or program is missing, so that nobody takes the run for complete. A run
 * with `-t` skips on purpose, but fails if no test has such a name.
 */
function summaryReporter(): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit: (instance) => void (vitest = instance),
    onTestRunEnd: (modules) => {
      for (const line of modules.flatMap(retriedIn)) vitest?.logger.log(line);
      if (modules.every((module) => [...module.children.allTests()].every((test) => test.result().state === "skipped"))) {
        vitest?.logger.error("No test ran.");
        process.exitCode = 1;
      }
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
      const wrong = test.result().errors?.[0]?.message.replace(/\s+/gu, " ") ?? "";
      return `RETRIED: ${module.relativeModuleId}: ${test.fullName}: ${wrong.slice(0, MESSAGE)}`;
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
