import * as v from "valibot";
import { deviceDatabase } from "../deviceDatabase.ts";
import { type KeptRecord, RecordSchema } from "./keptRecord.ts";

/** Everything that is kept, the last begun first; empty without storage. */
export async function allRecords(): Promise<KeptRecord[]> {
  if (!("indexedDB" in globalThis)) return [];
  const found: unknown[] = await (await deviceDatabase()).getAll("kept");
  return found.flatMap((each) => recordOf(each) ?? []).toSorted((a, b) => b.at.localeCompare(a.at));
}

export async function readRecord(id: string): Promise<KeptRecord | undefined> {
  return "indexedDB" in globalThis ? recordOf(await (await deviceDatabase()).get("kept", id)) : undefined;
}

/** Undefined if there is no record, or none that this version can read. */
function recordOf(found: unknown): KeptRecord | undefined {
  const record = v.safeParse(RecordSchema, found);
  return record.success ? record.output : undefined;
}

export async function writeRecord(record: KeptRecord): Promise<void> {
  await (await deviceDatabase()).put("kept", record);
}

export async function deleteRecord(id: string): Promise<void> {
  await (await deviceDatabase()).delete("kept", id);
}
