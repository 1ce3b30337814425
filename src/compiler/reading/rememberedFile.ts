import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Inherited } from "../draft/release/release.ts";
import { digest } from "../state/digest.ts";
import { stampOf } from "../state/stampOf.ts";
import type { DraftRead, FileRecord, StoryMemory } from "../state/StoryMemory.ts";
import { readStoryFile } from "./storyFile.ts";
import { keptFile, NOT_PUBLIC } from "./kept/keptFile.ts";
import type { LastPublished } from "./kept/LastPublished.ts";
import { isStillSo, reportAgain } from "./readEvents.ts";
import { type FileReading, readAndRecord } from "./readFile.ts";
import type { SourceContext } from "./source.ts";

/** A file as it was read before, or its bytes, with what a thread may have read in them. */
export type Fetched = { path: string; stamp: string } & ({ record: FileRecord } | { bytes: Uint8Array; reading?: FileReading | undefined });

/** @param inherited what other files say about it: when that changes, it must be read again, as when its bytes change */
export async function fetchFile(folder: string, path: string, inherited: Inherited[], memory: StoryMemory): Promise<Fetched> {
  // The stamp is taken before the bytes are read: a file that changes in between has a newer one next time.
  const ofFile = stampOf(join(folder, path));
  const stamp = ofFile === "" ? "" : withInherited(ofFile, inherited);
  const known = memory.byStamp(path, stamp);
  if (known) return { path, stamp, record: known };
  const bytes = await readStoryFile(join(folder, path));
  const record = memory.byContent(path, stamp, () => withInherited(digest(bytes), inherited));
  return record ? { path, stamp, record } : { path, stamp, bytes };
}

/** The drafts of a file, and the files of the previous site that they show, if they come from there. */
export type Remembered = { drafts: Draft[]; kept: string[] };

/**
 * The drafts of a file: as they were read before or in a thread, if everything that was looked
 * up then is still the same, else read now. What was reported then is reported again. Of a published file
 * that can no longer be parsed, they are what was last published.
 */
export async function draftsOf(
  fetched: Fetched,
  folder: string,
  context: SourceContext,
  memory: StoryMemory,
  published: LastPublished | undefined,
): Promise<Remembered> {
  const { path, stamp } = fetched;
  if ("record" in fetched && isStillSo(fetched.record.told, context)) {
    reportAgain(fetched.record.told, context);
    return remembered(path, fetched.record, memory, published);
  }
  const given = "bytes" in fetched ? fetched.reading : undefined;
  const isGood = given && isStillSo(given.told, context);
  const bytes = "bytes" in fetched ? fetched.bytes : readFileSync(join(folder, path));
  const reading = isGood ? given : await readAndRecord(path, bytes, context);
  const of = { stamp: "bytes" in fetched ? stamp : "", digest: withInherited(reading.digest, context.inherited(path)) };
  const now = { path, bytes, ...of, told: reading.told, drafts: reading.drafts };
  const kept = published && keptFile(now, context, memory, published);
  reportAgain((kept ?? reading).told, context);
  return remembered(path, kept ?? { ...reading, ...of }, memory, published);
}

/** What is kept of a published file that cannot be loaded; undefined if nothing is. @param told what was reported of it */
export function keptUnloaded(
  path: string,
  { folder, told }: { folder: string; told: FileReading["told"] },
  context: SourceContext,
  memory: StoryMemory,
  published: LastPublished,
): Remembered | undefined {
  const now = { path, bytes: startOf(join(folder, path)), stamp: "", digest: "", told, drafts: [] };
  const kept = keptFile(now, context, memory, published);
  if (kept) reportAgain(kept.told, context);
  return kept && remembered(path, kept, memory, published);
}

/** The first bytes of a file that is too large to be read as a whole; undefined if nobody may read it. */
function startOf(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, "r");
    const start = new Uint8Array(1 << 16);
    const length = readSync(file, start);
    closeSync(file);
    return start.subarray(0, length);
  } catch {
    return undefined;
  }
}

type Made = Omit<FileRecord, "drafts"> & { drafts: DraftRead[] };

function remembered(path: string, record: FileRecord | Made, memory: StoryMemory, published: LastPublished | undefined): Remembered {
  const drafts = isStored(record) ? memory.keep(path, record) : memory.add(path, record);
  const { kept } = record;
  if (kept && !published?.of(path)) for (const draft of drafts) draft.held ??= NOT_PUBLIC;
  return { drafts, kept: kept ?? [] };
}

const isStored = (record: FileRecord | Made): record is FileRecord => record.drafts.every(({ body }) => !(body instanceof Uint8Array));

const withInherited = (known: string, inherited: Inherited[]): string =>
  inherited.length === 0 ? known : `${known} ${digest(JSON.stringify(inherited))}`;
