import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import type { Inherited } from "../draft/release/release.ts";
import { digest } from "../state/digest.ts";
import { stampOf } from "../state/stampOf.ts";
import { type FileRecord, knownAs, type StoryMemory, type Told } from "../state/StoryMemory.ts";
import { readStoryFile } from "./decode.ts";
import type { SourceContext } from "./source.ts";

/** A file as it was read before, or its bytes. */
export type Fetched = { path: string; stamp: string } & ({ record: FileRecord } | { bytes: Uint8Array });

/** @param inherited what other files say of it: when that changes, it must be read anew, as when its bytes do */
export async function fetchFile(folder: string, path: string, inherited: Inherited[], memory: StoryMemory): Promise<Fetched> {
  // The stamp is older than the bytes: what changes in between has a newer one next time.
  const ofFile = stampOf(join(folder, path));
  const stamp = ofFile === "" ? "" : withInherited(ofFile, inherited);
  const known = memory.byStamp(path, stamp);
  if (known) return { path, stamp, record: known };
  const bytes = await readStoryFile(join(folder, path));
  const record = memory.byContent(path, stamp, withInherited(digest(bytes), inherited));
  return record ? { path, stamp, record } : { path, stamp, bytes };
}

/**
 * Says again what a file's reading said, if the pictures that it asked for are
 * still what they were.
 * @returns undefined when the file must be read again
 */
export function readAgain(record: FileRecord, path: string, context: SourceContext, memory: StoryMemory): Draft[] | undefined {
  for (const told of record.told) {
    if ("found" in told && knownAs(findAgain(told, context)) !== told.found) return undefined;
  }
  for (const told of record.told) {
    if (told.type === "report") context.report(told.problem);
    if (told.type === "once") context.once(told.key, told.problem);
    if (told.type === "skip") context.skip(told.reason);
  }
  return memory.keep(path, record);
}

/** Where no recordings are looked for, none was found before. */
function findAgain({ type, reference, file }: Extract<Told, { found: string }>, { pictures, recordings }: SourceContext) {
  if (type === "picture") return pictures.find(reference, file);
  if (type === "text") return pictures.text?.(reference, file) ?? { reason: "is not there" };
  return (type === "recording" ? recordings?.find(reference, file) : recordings?.cues(reference, file)) ?? { reason: "" };
}

/** Reads a file, and writes down what its reading asks and says. */
export async function readAndRemember(
  fetched: Fetched,
  folder: string,
  context: SourceContext,
  memory: StoryMemory,
  read: (bytes: Uint8Array, context: SourceContext) => Promise<Draft[]>,
): Promise<Draft[]> {
  const { path, stamp } = fetched;
  const bytes = "bytes" in fetched ? fetched.bytes : readFileSync(join(folder, path));
  const told: Told[] = [];
  const drafts = await read(bytes, listening(context, told));
  const of = withInherited(digest(bytes), context.inherited(path));
  return memory.add(path, { stamp: "bytes" in fetched ? stamp : "", digest: of, told, drafts });
}

const withInherited = (known: string, inherited: Inherited[]): string =>
  inherited.length === 0 ? known : `${known} ${digest(JSON.stringify(inherited))}`;

function listening(context: SourceContext, told: Told[]): SourceContext {
  const { pictures, recordings } = context;
  const noting =
    <Found extends Parameters<typeof knownAs>[0]>(
      type: Extract<Told, { found: string }>["type"],
      find: (...asked: [string, string]) => Found,
    ) =>
    (reference: string, file: string): Found => {
      const found = find(reference, file);
      told.push({ type, reference, file, found: knownAs(found) });
      return found;
    };
  return {
    settings: context.settings,
    inherited: context.inherited,
    ...(context.storyOf && { storyOf: context.storyOf }),
    ...(context.hasPages && { hasPages: context.hasPages }),
    extensions: context.extensions,
    report: (problem) => {
      told.push({ type: "report", problem });
      context.report(problem);
    },
    once: (key, problem) => {
      told.push({ type: "once", key, problem });
      context.once(key, problem);
    },
    skip: (reason) => {
      told.push({ type: "skip", reason });
      context.skip(reason);
    },
    pictures: { ...pictures, find: noting("picture", pictures.find), ...(pictures.text && { text: noting("text", pictures.text) }) },
    ...(recordings && { recordings: { find: noting("recording", recordings.find), cues: noting("cues", recordings.cues) } }),
  };
}
