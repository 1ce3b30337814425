import type { Draft } from "../draft/draft.ts";
import type { Inherited } from "../draft/release/release.ts";
import { digest } from "../state/digest.ts";
import { type DraftRead, lookupKey, type ReadEvent } from "../state/StoryMemory.ts";
import { customSource } from "./custom/customSource.ts";
import { applySteps } from "./custom/applySteps.ts";
import { decodeFile, unreadable } from "./storyFile.ts";
import { tooManyMarks } from "./storyLimits.ts";
import { needsFrontMatter } from "./markdown/forms.ts";
import { reportSkipped } from "./reportSkipped.ts";
import type { SourceContext } from "./source.ts";
import { sources } from "./sources.ts";

/** The result of reading a file, as plain data: its articles, and what was looked up and reported, in order. `digest` is of its bytes. */
export type FileReading = { digest: string; told: ReadEvent[]; drafts: DraftRead[] };

/** A file, and what others say about it: see SourceContext. */
export type FileToRead = { path: string; bytes: Uint8Array; inherited: Inherited[]; storyOf: string | undefined };

/** Reads files in other threads; the results are in the same order. `atOnce` is the number of batches read at a time. */
export type FileReaders = { atOnce: number; read: (files: FileToRead[]) => Promise<FileReading[]>; close: () => Promise<void> };

/** Whether a file starts as articles do, if its name alone does not tell: with three dashes or plus signs, after empty lines at most. */
const mayHoldArticles = (path: string, bytes: Uint8Array): boolean =>
  !needsFrontMatter(path) || /^(?:\uFEFF)?\s*(?:---|\+\+\+)/u.test(new TextDecoder().decode(bytes.subarray(0, 64)));

/** The articles of a file; none, without a problem, for a file that is not an article, such as the JSON of another program. */
export async function readFile(path: string, bytes: Uint8Array, context: SourceContext): Promise<Draft[]> {
  if (!mayHoldArticles(path, bytes)) return [];
  const fault = unreadable(bytes, path);
  if (fault) {
    reportSkipped(context, { ...fault, cause: "unparsed" });
    return [];
  }
  const text = decodeFile(bytes, path, context.report);
  const file = { path, text };
  const { extensions } = context;
  const custom = extensions?.sources.map(customSource).find((each) => each.reads(file));
  const source = custom ?? sources.find((each) => each.reads(file));
  const excess = source === undefined || custom ? undefined : tooManyMarks(bytes, path);
  if (excess) {
    reportSkipped(context, excess);
    return [];
  }
  const drafts = (await source?.read(file, context)) ?? [];
  return extensions ? applySteps(drafts, extensions.steps, file, context) : drafts;
}

/**
 * Reads a file, and records the look-ups and the reports instead of making the reports.
 * @param languageOf detects the language of a draft here, so that it need not be detected later
 */
export async function readAndRecord(
  path: string,
  bytes: Uint8Array,
  context: Omit<SourceContext, "skip">,
  languageOf: (draft: Draft) => DraftRead["language"] = () => undefined,
): Promise<FileReading> {
  const told: ReadEvent[] = [];
  const drafts = await readFile(path, bytes, noting(context, told));
  const encoder = new TextEncoder();
  return {
    digest: digest(bytes),
    told,
    drafts: drafts.map((draft) => {
      const { body, ...fields } = draft;
      const language = languageOf(draft);
      return { fields, body: encoder.encode(JSON.stringify(body)), ...(language && { language }) };
    }),
  };
}

function noting(context: Omit<SourceContext, "skip">, told: ReadEvent[]): SourceContext {
  const { pictures, recordings } = context;
  const finding =
    <Found extends Parameters<typeof lookupKey>[0]>(
      type: Extract<ReadEvent, { found: string }>["type"],
      find: (...asked: [string, string]) => Found,
    ) =>
    (reference: string, file: string): Found => {
      const found = find(reference, file);
      told.push({ type, reference, file, found: lookupKey(found) });
      return found;
    };
  return {
    ...context,
    report: (problem) => void told.push({ type: "report", problem }),
    once: (key, problem) => void told.push({ type: "once", key, problem }),
    skip: (reason, cause) => void told.push({ type: "skip", reason, ...(cause && { cause }) }),
    pictures: { ...pictures, find: finding("picture", pictures.find), ...(pictures.text && { text: finding("text", pictures.text) }) },
    ...(recordings && { recordings: { find: finding("recording", recordings.find), cues: finding("cues", recordings.cues) } }),
  };
}
