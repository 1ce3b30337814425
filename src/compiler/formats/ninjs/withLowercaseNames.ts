import { isRecord, type Raw } from "../../text/jsonRecord.ts";

/** No item nests deeper. */
const DEEPEST = 16;

/** An item with all names in lower case: ninjs 3 has `versionCreated` for the `versioncreated` of 1 and 2. */
export const withLowercaseNames = (item: Raw): Raw => loweredRecord(item, 0);

function loweredRecord(record: Raw, depth: number): Raw {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), loweredValue(value, depth)]));
}

function loweredValue(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((each: unknown) => loweredValue(each, depth + 1));
  return isRecord(value) ? loweredRecord(value, depth + 1) : value;
}

/** The objects in some fields that hold lists of them; a single object counts as a list of one. */
export function recordsIn(item: Raw, ...names: string[]): Raw[] {
  return names.flatMap((name) => {
    const value = item[name];
    return (Array.isArray(value) ? value : [value]).filter(isRecord);
  });
}
