import type { Problem } from "../problem.ts";

/** What is known about the values of release fields beyond releaseFields.ts. */
export type ReleaseValues = {
  /** Whether the publisher has declared a value of a field to be public. */
  isPublic: (field: string, value: string) => boolean;
  /** Called for each value that keeps a story back only because nobody knows what it means. */
  unknown: (field: string, value: string) => void;
};

/** What is known in a folder whose files an editor can correct: each unknown value is reported, with the first file that has it. */
export const valuesIn = (file: string, once: (key: string, problem: Problem) => void): ReleaseValues => ({
  isPublic: () => false,
  unknown: (field, value) =>
    once(`release value ${field} ${value}`, {
      severity: "warning",
      file,
      ...(field !== "" && { place: field }),
      message: `It was kept back, since nobody knows whether “${value}” as “${field}” means that readers may see it (reported once for all files).`,
      remedy: `Remove the field if they may, or write "draft: true" instead if they may not.`,
    }),
});
