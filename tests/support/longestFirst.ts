import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tests that take longest, in this order. A fresh clone has no times of earlier runs, and one that began last would keep the others waiting. */
const LONGEST = ["buildIndex", "laterBuild", "admin", "everyPart", "controls", "command", "accessibility", "dev", "developmentReact", "account", "keeping", "listen", "sync", "liveBlog"]; // prettier-ignore

/** Orders the files of a run so that no long one begins last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- Not the method of arrays.
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => groupOf(one) - groupOf(other) || placeOf(one) - placeOf(other));
  }
}

const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.indexOf(basename(moduleId, ".test.ts"));
  return place === -1 ? LONGEST.length : place;
}
