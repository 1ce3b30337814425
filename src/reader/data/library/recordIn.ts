import * as v from "valibot";
import { type LibraryRecord, LibraryRecordSchema } from "#content/library/libraryRecord.ts";

/** The record of a row, or an empty list if it cannot be read. */
export function recordIn(found: unknown): LibraryRecord[] {
  const record = v.safeParse(LibraryRecordSchema, found);
  return record.success ? [record.output] : [];
}
