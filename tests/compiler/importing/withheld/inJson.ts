import type { Row } from "./row.ts";

export const LATER = "2999-12-01T06:00:00Z";
export const EARLIER = "2001-12-01T06:00:00Z";
export const DATE = "2024-04-22T07:10:00Z";

/** `a.b` and a value as an object in an object. */
const nested = (path: string, value: unknown): Record<string, unknown> => {
  const [name = "", ...rest] = path.split(".");
  return { [name]: rest.length === 0 ? value : nested(rest.join("."), value) };
};

type Make = (word: string, field: string, value: unknown) => unknown;

/** The rows of a system whose archives are JSON. */
export const inJson =
  (system: string, make: Make) =>
  (field: string, value: unknown, isPublic?: true, given: unknown = nested(field, value)) => ({
    system,
    field,
    value: JSON.stringify(value),
    ...(isPublic && { isPublic }),
    make: (word: string) => ({ [`${word}.json`]: JSON.stringify(make(word, field, given)) }),
  });

/** A story that is imported with its moment, which every build honours. */
export const waits = (writtenAs: NonNullable<Row["writtenAs"]>, row: Row): Row => ({ ...row, writtenAs });
