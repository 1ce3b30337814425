import { isRecord, type Raw } from "../article/record.ts";

/** Deeper than any item goes. */
const DEEPEST = 16;

/** An item with all names in small letters: ninjs 3 writes `versionCreated` what 1 and 2 write `versioncreated`. */
export const lowered = (item: Raw): Raw => loweredRecord(item, 0);

function loweredRecord(record: Raw, depth: number): Raw {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), loweredValue(value, depth)]));
}

function loweredValue(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((each: unknown) => loweredValue(each, depth + 1));
  return isRecord(value) ? loweredRecord(value, depth + 1) : value;
}

/** A field that holds a list of objects; a single object counts as one of them. */
export function recordsIn(item: Raw, ...names: string[]): Raw[] {
  return names.flatMap((name) => {
    const value = item[name];
    return (Array.isArray(value) ? value : [value]).filter(isRecord);
  });
}
