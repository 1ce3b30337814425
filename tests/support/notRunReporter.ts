import type { Reporter, TestModule, Vitest } from "vitest/node";

/**
 * Lists at the end of a run the tests that were skipped because a corpus, database or program is
 * missing, so that nobody takes the run for complete. A run with `-t` skips on purpose.
 */
export function notRunReporter(): Reporter {
  let vitest: Vitest | undefined;
  return {
    onInit: (instance) => void (vitest = instance),
    onTestRunEnd: (modules) => {
      const lines = modules.flatMap(skippedIn);
      if (lines.length === 0 || vitest?.config.testNamePattern) return;
      vitest?.logger.log(["Not run, as what they need is not here:", ...lines, ""].join("\n"));
    },
  };
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
