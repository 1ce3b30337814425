import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Problem } from "../draft/problem.ts";
import type { Inherited } from "../draft/release/release.ts";
import { digest } from "../state/digest.ts";
import { stampOf } from "../state/stampOf.ts";
import type { DraftRead, FileRecord, StoryMemory } from "../state/StoryMemory.ts";
import { errorMessage } from "../text/errorMessage.ts";
import { keptFile, NOT_PUBLIC } from "./kept/keptFile.ts";
import type { LastPublished } from "./kept/LastPublished.ts";
import { type FileReaders, type FileReading, isStillSo, readAndRecord, reportAgain } from "./readFile.ts";
import type { SourceContext } from "./source.ts";
import { readStoryFile, tooLarge, TooLargeError } from "./storyFile.ts";

/** A file as it was read before, or its bytes, with what a thread may have read in them. */
type Fetched = { path: string; stamp: string } & ({ record: FileRecord } | { bytes: Uint8Array; reading?: FileReading | undefined });

/** What was loaded for a file, or why nothing was. */
export type Loaded = Fetched | { path: string; fault: Omit<Problem, "severity"> };

/** How many files are loaded from disk at a time: enough to keep it busy, few enough for memory. */
const AT_ONCE = 32;

/** With fewer files, one thread has read them all by the time others have loaded the parsers. */
const WORTH_A_THREAD = 400;

/**
 * Loads files in order: their bytes, what an earlier build remembers of them, or what
 * threads read in them, if there are many and at least half of a batch is new.
 * @param paths relative to the folder
 * @param memory without it, only bytes are loaded
 */
export async function* loadFiles(
  folder: string,
  paths: string[],
  { inherited, storyOf }: Pick<SourceContext, "inherited" | "storyOf">,
  memory: StoryMemory | undefined,
  readers: FileReaders | undefined,
): AsyncGenerator<Loaded> {
  const elsewhere = memory && paths.length >= WORTH_A_THREAD ? readers : undefined;
  // Each thread has its next batch waiting.
  const ahead = elsewhere ? 2 * elsewhere.atOnce : 0;
  const load = async (batch: string[]): Promise<Loaded[]> => {
    const files = await Promise.all(batch.map((path) => loadFile(folder, path, inherited, memory)));
    const unread = files.flatMap((file) => ("bytes" in file ? [file] : []));
    if (!elsewhere || unread.length < files.length / 2) return files;
    const readings = await elsewhere.read(
      unread.map(({ path, bytes }) => ({ path, bytes, inherited: inherited(path), storyOf: storyOf?.(path) })),
    );
    const read = new Map(unread.map((file, at) => [file.path, { ...file, reading: readings[at] }]));
    return files.map((file) => read.get(file.path) ?? file);
  };
  const waiting: Promise<Loaded[]>[] = [];
  for (let from = 0; from < paths.length || waiting.length > 0; from += AT_ONCE) {
    if (from < paths.length) {
      const loading = load(paths.slice(from, from + AT_ONCE));
      // A failure is thrown when the batch is awaited.
      loading.catch(() => {});
      waiting.push(loading);
    }
    if (waiting.length > ahead || from + AT_ONCE >= paths.length) yield* (await waiting.shift()) ?? [];
  }
}

async function loadFile(
  folder: string,
  path: string,
  inherited: SourceContext["inherited"],
  memory: StoryMemory | undefined,
): Promise<Loaded> {
  try {
    if (memory) return await fetchFile(folder, path, inherited(path), memory);
    return { path, stamp: "", bytes: await readStoryFile(join(folder, path)) };
  } catch (error) {
    if (error instanceof TooLargeError) return { path, fault: tooLarge(error.size, path) };
    const message = `The file cannot be read: ${errorMessage(error)}.`;
    return { path, fault: { file: path, message, remedy: "Check who may read it, and whether the disk is damaged." } };
  }
}

/** @param inherited what other files say about it: when that changes, it must be read again, as when its bytes change */
async function fetchFile(folder: string, path: string, inherited: Inherited[], memory: StoryMemory): Promise<Fetched> {
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
  if ("record" in fetched && isStillSo(fetched.record.events, context)) {
    reportAgain(fetched.record.events, context);
    return remembered(path, fetched.record, memory, published);
  }
  const given = "bytes" in fetched ? fetched.reading : undefined;
  const isGood = given && isStillSo(given.events, context);
  const bytes = "bytes" in fetched ? fetched.bytes : readFileSync(join(folder, path));
  const reading = isGood ? given : await readAndRecord(path, bytes, context);
  const of = { stamp: "bytes" in fetched ? stamp : "", digest: withInherited(reading.digest, context.inherited(path)) };
  const now = { path, bytes, ...of, events: reading.events, drafts: reading.drafts };
  const kept = published && keptFile(now, context, memory, published);
  reportAgain((kept ?? reading).events, context);
  return remembered(path, kept ?? { ...reading, ...of }, memory, published);
}

/** What is kept of a published file that cannot be loaded; undefined if nothing is. @param events what was reported of it */
export function keptUnloaded(
  path: string,
  { folder, events }: { folder: string; events: FileReading["events"] },
  context: SourceContext,
  memory: StoryMemory,
  published: LastPublished,
): Remembered | undefined {
  const now = { path, bytes: startOf(join(folder, path)), stamp: "", digest: "", events, drafts: [] };
  const kept = keptFile(now, context, memory, published);
  if (kept) reportAgain(kept.events, context);
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
  if (kept && !published?.of(path)) for (const draft of drafts) Object.assign(draft, { held: draft.held ?? NOT_PUBLIC, tier: undefined });
  return { drafts, kept: kept ?? [] };
}

const isStored = (record: FileRecord | Made): record is FileRecord => record.drafts.every(({ body }) => !(body instanceof Uint8Array));

const withInherited = (known: string, inherited: Inherited[]): string =>
  inherited.length === 0 ? known : `${known} ${digest(JSON.stringify(inherited))}`;
