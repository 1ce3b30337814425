import { join } from "node:path";
import { errorMessage } from "../text/errorMessage.ts";
import type { Problem } from "../draft/problem.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import { readStoryFile, tooLarge, TooLargeError } from "./storyFile.ts";
import type { FileReaders } from "./readFile.ts";
import { type Fetched, fetchFile } from "./rememberedFile.ts";
import type { SourceContext } from "./source.ts";

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
