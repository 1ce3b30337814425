import { EditionSchema } from "#content/edition/edition.ts";
import { parse } from "#content/parse.ts";
import { editionFile } from "#content/paths.ts";
import { dropKept } from "../../../device/kept/dropKept.ts";
import { dataFolders, fetchArticle, fetchJson } from "./fetchArticle.ts";
import { runJob, showJob, stopJob } from "../../../device/kept/jobs.ts";
import { type KeptRecord, newRecord } from "../../../device/kept/keptRecord.ts";
import { readRecord, writeRecord } from "../../../device/kept/records.ts";
import { freeSpace, isFull, requestPersistence } from "../../../device/kept/room.ts";
import { type KeptFile, storeKept } from "../../../device/kept/storeKept.ts";

/** Yields the slugs of stories to keep, and the files that lead to them. */
export type Source = (signal: AbortSignal) => AsyncGenerator<{ files: KeptFile[]; slugs: string[] }>;

/**
 * Stores stories on the device one after another, and resumes where it stopped
 * before. Progress is recorded after each, so that closing the tab loses nothing.
 * @returns when it is complete, was stopped, has failed, or there is no more room
 */
export async function keep(id: string, name: string, total: number, source: Source): Promise<void> {
  await runJob(id, async (signal) => {
    const record = (await readRecord(id)) ?? newRecord(id, name, total);
    record.total = total;
    const show = (state: Parameters<typeof showJob>[1]) => showJob(id, state);
    const now = () => ({ done: record.stories.length, total: record.total });
    show({ state: "running", ...now() });
    try {
      await requestPersistence();
      const full = await keepAll(record, source(signal), signal, () => show({ state: "running", ...now() }));
      show({ state: full ? "full" : "whole", ...now() });
    } catch (error) {
      // Pausing is not a failure, and a full device is not a bad connection.
      show({ state: signal.aborted ? "paused" : isFull(error) ? "full" : "failed", ...now() });
      if (!signal.aborted && !(error instanceof Error)) throw error;
    }
  });
}

/** @returns whether the device was full before everything was stored */
async function keepAll(record: KeptRecord, pages: ReturnType<Source>, signal: AbortSignal, onStory: () => void): Promise<boolean> {
  const room = await freeSpace();
  const before = record.bytes;
  const hasRoom = () => record.bytes - before <= room;
  const edition = await fetchJson(editionFile, signal);
  await storeKept(record, [edition.file], signal);
  const folders = dataFolders(parse(EditionSchema, edition.value, "edition"));
  for await (const { files, slugs } of pages) {
    await storeKept(record, files, signal);
    if (!hasRoom()) return true;
    for (const slug of slugs.filter((each) => !record.stories.includes(each))) {
      if (!hasRoom()) return true;
      await storeKept(record, await fetchArticle(slug, folders, signal), signal);
      record.stories.push(slug);
      await writeRecord(record);
      onStory();
    }
  }
  record.whole = true;
  await writeRecord(record);
  return false;
}

export function pause(id: string): void {
  void stopJob(id);
}

/** Removes something from the device, and stops storing it. */
export async function drop(id: string): Promise<void> {
  await stopJob(id);
  await dropKept(id);
  showJob(id, undefined);
}
