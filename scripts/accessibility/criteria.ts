import type { Criterion } from "./criterion.ts";
import { OPERABLE } from "./operable.ts";
import { PERCEIVABLE } from "./perceivable.ts";
import { UNDERSTANDABLE_AND_ROBUST } from "./understandableAndRobust.ts";

/** Every success criterion of WCAG 2.2 of the levels A and AA. */
export const CRITERIA: Criterion[] = [...PERCEIVABLE, ...OPERABLE, ...UNDERSTANDABLE_AND_ROBUST];

/**
 * What is wrong with rows of the report: tests that do not exist, and claims without a test or a reason.
 * @param textOf the text of a file of tests, undefined if there is none
 * @returns a sentence for each fault
 */
export function unfounded(criteria: Criterion[], textOf: (file: string) => string | undefined): string[] {
  return criteria.flatMap(({ number, conformance, remark, tests = [] }) => [
    ...(conformance !== "Not Evaluated" && remark === "" && tests.length === 0 ? [`${number} has neither a test nor a reason.`] : []),
    ...tests
      .filter(({ file, title }) => !textOf(file)?.includes(JSON.stringify(title)))
      .map(({ file, title }) => `${number} names a test that does not exist: “${title}” in ${file}.`),
  ]);
}
