import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Inherited } from "../draft/release/release.ts";
import { digest } from "../state/digest.ts";
import { stampOf } from "../state/stampOf.ts";
import { type FileRecord, lookupKey, type StoryMemory, type ReadEvent } from "../state/StoryMemory.ts";
import { readStoryFile } from "./decode.ts";
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

/**
 * The drafts of a file: as they were read before or in a thread, if everything that was looked
 * up then is still the same, else read now. What was reported then is reported again.
 */
export async function draftsOf(fetched: Fetched, folder: string, context: SourceContext, memory: StoryMemory): Promise<Draft[]> {
  const { path, stamp } = fetched;
  if ("record" in fetched && isStillSo(fetched.record.told, context)) {
    say(fetched.record.told, context);
    return memory.keep(path, fetched.record);
  }
  const given = "bytes" in fetched ? fetched.reading : undefined;
  const isGood = given && isStillSo(given.told, context);
  const bytes = "bytes" in fetched ? fetched.bytes : readFileSync(join(folder, path));
  const reading = isGood ? given : await readAndRecord(path, bytes, context);
  say(reading.told, context);
  const of = withInherited(reading.digest, context.inherited(path));
  return memory.add(path, { ...reading, stamp: "bytes" in fetched ? stamp : "", digest: of });
}

const isStillSo = (all: ReadEvent[], context: SourceContext): boolean =>
  all.every((told) => !("found" in told) || lookupKey(findAgain(told, context)) === told.found);

/** Without `recordings`, the result is that none is found, as before. */
function findAgain({ type, reference, file }: Extract<ReadEvent, { found: string }>, { pictures, recordings }: SourceContext) {
  if (type === "picture") return pictures.find(reference, file);
  if (type === "text") return pictures.text?.(reference, file) ?? { reason: "is not there" };
  return (type === "recording" ? recordings?.find(reference, file) : recordings?.cues(reference, file)) ?? { reason: "" };
}

function say(all: ReadEvent[], context: SourceContext): void {
  for (const told of all) {
    if (told.type === "report") context.report(told.problem);
    if (told.type === "once") context.once(told.key, told.problem);
    if (told.type === "skip") context.skip(told.reason, told.cause);
  }
}

const withInherited = (known: string, inherited: Inherited[]): string =>
  inherited.length === 0 ? known : `${known} ${digest(JSON.stringify(inherited))}`;
