import * as v from "valibot";
import { deviceDatabase } from "../deviceDatabase.ts";
import { type KeptRecord, RecordSchema } from "./record.ts";

/** All that is kept, what was begun last first. Where the device keeps nothing, that is nothing. */
export async function allRecords(): Promise<KeptRecord[]> {
  if (!("indexedDB" in globalThis)) return [];
  const found: unknown[] = await (await deviceDatabase()).getAll("kept");
  const records = found.flatMap((each) => {
    const record = v.safeParse(RecordSchema, each);
    return record.success ? [record.output] : [];
  });
  return records.toSorted((a, b) => b.at.localeCompare(a.at));
}

export async function readRecord(id: string): Promise<KeptRecord | undefined> {
  return (await allRecords()).find((record) => record.id === id);
}

export async function writeRecord(record: KeptRecord): Promise<void> {
  await (await deviceDatabase()).put("kept", record);
}

export async function deleteRecord(id: string): Promise<void> {
  await (await deviceDatabase()).delete("kept", id);
}
