import { EditionSchema } from "#content/edition/edition.ts";
import { parse } from "#content/parse.ts";
import { editionFile } from "#content/paths.ts";
import { dropKept } from "../../../device/kept/dropKept.ts";
import { dataFolders, type Files, keepArticle, keepJson } from "./files.ts";
import { runJob, showJob, stopJob } from "../../../device/kept/jobs.ts";
import { type KeptRecord, newRecord } from "../../../device/kept/record.ts";
import { readRecord, writeRecord } from "../../../device/kept/records.ts";
import { askToStay, isFull, roomLeft } from "../../../device/kept/room.ts";

/** Where the stories of something come from, and the files that lead to them. */
export type Source = (signal: AbortSignal) => AsyncGenerator<{ page: Files; slugs: string[] }>;

/**
 * Puts stories on the device one after another, and goes on where it stopped
 * before. What is here is noted after each, so that a closed tab loses nothing.
 * @returns when all is here, when it was stopped, when it failed, or when there is no more room
 */
export async function keep(id: string, name: string, total: number, source: Source): Promise<void> {
  await runJob(id, async (signal) => {
    const record = (await readRecord(id)) ?? newRecord(id, name, total);
    record.total = total;
    const show = (state: Parameters<typeof showJob>[1]) => showJob(id, state);
    const now = () => ({ done: record.stories.length, total: record.total });
    show({ state: "running", ...now() });
    try {
      await askToStay();
      const full = await keepAll(record, source(signal), signal, () => show({ state: "running", ...now() }));
      show({ state: full ? "full" : "whole", ...now() });
    } catch (error) {
      // A pause is no failure, and a full device no bad connection.
      show({ state: signal.aborted ? "paused" : isFull(error) ? "full" : "failed", ...now() });
      if (!signal.aborted && !(error instanceof Error)) throw error;
    }
  });
}

/** @returns whether the device was full before all was here */
async function keepAll(record: KeptRecord, pages: ReturnType<Source>, signal: AbortSignal, onStory: () => void): Promise<boolean> {
  const room = await roomLeft();
  let added = 0;
  const note = async ({ files, bytes }: Files) => {
    record.files = [...new Set([...record.files, ...files])];
    record.bytes += bytes;
    added += bytes;
    await writeRecord(record);
  };
  const edition = await keepJson(editionFile, signal);
  await note({ files: [edition.url], bytes: edition.bytes });
  const folders = dataFolders(parse(EditionSchema, edition.value, "edition"));
  for await (const { page, slugs } of pages) {
    await note(page);
    if (added > room) return true;
    for (const slug of slugs.filter((each) => !record.stories.includes(each))) {
      if (added > room) return true;
      const files = await keepArticle(slug, folders, signal);
      record.stories.push(slug);
      await note(files);
      onStory();
    }
  }
  record.whole = true;
  await writeRecord(record);
  return false;
}

export function pause(id: string): void {
  stopJob(id);
}

/** Takes something off the device, and ends its keeping. */
export async function drop(id: string): Promise<void> {
  stopJob(id);
  await dropKept(id);
  showJob(id, undefined);
}
