import { assets } from "../draft/assets.ts";
import type { Draft } from "../draft/draft.ts";
import { pictures } from "../draft/pictures.ts";
import { recordings } from "../draft/recordings.ts";
import type { Inherited } from "../draft/release/release.ts";
import type { PaperWords } from "../features/words/paperWords.ts";
import { sayInStories } from "../features/words/sayInStories.ts";
import { collectionOf } from "../settings/collectionSettings.ts";
import type { Settings } from "../settings/settings.ts";
import { digest } from "../state/digest.ts";
import { type DraftRead, lookupKey, type ReadEvent } from "../state/StoryMemory.ts";
import { decodeFile, unreadable } from "./storyFile.ts";
import { detectLanguage } from "../text/detectLanguage.ts";
import { applySteps } from "./custom/applySteps.ts";
import { customSource } from "./custom/customSource.ts";
import { needsFrontMatter } from "./markdown/forms.ts";
import { plainCode } from "./plainCode.ts";
import { reportSkipped } from "./reportSkipped.ts";
import type { SourceContext } from "./source.ts";
import { sources } from "./sources.ts";
import { tooManyMarks } from "./inputLimits.ts";

/** The result of reading a file, as plain data: its articles, and what was looked up and reported, in order. `digest` is of its bytes. */
export type FileReading = { digest: string; events: ReadEvent[]; drafts: DraftRead[] };

/** A file, and what others say about it: see SourceContext. */
export type FileToRead = { path: string; bytes: Uint8Array; inherited: Inherited[]; storyOf: string | undefined };

/** Reads files in other threads; the results are in the same order. `atOnce` is the number of batches read at a time. */
export type FileReaders = { atOnce: number; read: (files: FileToRead[]) => Promise<FileReading[]>; close: () => Promise<void> };

/** Whether a file starts as articles do, if its name alone does not tell: with three dashes or plus signs, after empty lines at most, or with a comment. */
const mayHoldArticles = (path: string, bytes: Uint8Array): boolean =>
  !needsFrontMatter(path) || /^(?:\uFEFF)?\s*(?:---|\+\+\+|<!--\s*\.\.)/u.test(new TextDecoder().decode(bytes.subarray(0, 64)));

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
  const collection = context.hasPages && collectionOf(path, context.settings);
  const excess = (source === undefined && !collection) || custom ? undefined : tooManyMarks(bytes, path);
  if (excess) {
    reportSkipped(context, excess);
    return [];
  }
  const drafts = collection
    ? await (await import("./items/readItem.ts")).readItem(file, context, collection)
    : ((await source?.read(file, context)) ?? []);
  for (const { body } of drafts) {
    const problem = plainCode(body, path);
    if (problem) context.report(problem);
  }
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
  const events: ReadEvent[] = [];
  const drafts = await readFile(path, bytes, recordingEvents(context, events));
  const encoder = new TextEncoder();
  return {
    digest: digest(bytes),
    events,
    drafts: drafts.map((draft) => {
      const { body, ...fields } = draft;
      const language = languageOf(draft);
      return { fields, body: encoder.encode(JSON.stringify(body)), ...(language && { language }) };
    }),
  };
}

/** The context of a file, with its look-ups and reports recorded; the reports are not made. */
function recordingEvents(context: Omit<SourceContext, "skip">, events: ReadEvent[]): SourceContext {
  const { pictures, recordings } = context;
  const finding =
    <Found extends Parameters<typeof lookupKey>[0]>(
      type: Extract<ReadEvent, { found: string }>["type"],
      find: (...asked: [string, string]) => Found,
    ) =>
    (reference: string, file: string): Found => {
      const found = find(reference, file);
      events.push({ type, reference, file, found: lookupKey(found) });
      return found;
    };
  return {
    ...context,
    report: (problem) => void events.push({ type: "report", problem }),
    once: (key, problem) => void events.push({ type: "once", key, problem }),
    skip: (reason, cause) => void events.push({ type: "skip", reason, ...(cause && { cause }) }),
    pictures: { ...pictures, find: finding("picture", pictures.find), ...(pictures.text && { text: finding("text", pictures.text) }) },
    ...(recordings && { recordings: { find: finding("recording", recordings.find), cues: finding("cues", recordings.cues) } }),
  };
}

/** Whether everything that was looked up while a file was read is still the same. What is found is noted as shown by the file. */
export const isStillSo = (events: ReadEvent[], context: SourceContext): boolean =>
  events.every((event) => !("found" in event) || lookupKey(findAgain(event, context)) === event.found);

/** Without `recordings`, the result is that none is found, as before. */
function findAgain({ type, reference, file }: Extract<ReadEvent, { found: string }>, { pictures, recordings }: SourceContext) {
  if (type === "picture") return pictures.find(reference, file);
  if (type === "text") return pictures.text?.(reference, file) ?? { reason: "is not there" };
  return (type === "recording" ? recordings?.find(reference, file) : recordings?.cues(reference, file)) ?? { reason: "" };
}

/** Makes the reports again that were made while a file was read. */
export function reportAgain(events: ReadEvent[], context: SourceContext): void {
  for (const event of events) {
    if (event.type === "report") context.report(event.problem);
    if (event.type === "once") context.once(event.key, event.problem);
    if (event.type === "skip") context.skip(event.reason, event.cause);
  }
}

/** The paper whose files are read, as plain data that can be passed to another thread. It has no extensions. */
export type FileReaderOptions = { content: string; settings: Settings; paperWords: PaperWords };

/**
 * Returns the function that reads a single file, in a thread that knows no other
 * files. It also detects the language of a text that does not declare one.
 * Problems are not reported, but returned as part of the reading.
 */
export function fileReader({ content, settings, paperWords }: FileReaderOptions): (file: FileToRead) => Promise<FileReading> {
  const inEdition = assets(content, settings);
  const edition = {
    settings,
    pictures: pictures(content, settings, inEdition),
    recordings: recordings(inEdition),
    say: sayInStories(paperWords),
    hasPages: true as const,
    // Each reading records what it would report.
    report: () => {},
    once: () => {},
  };
  const languageOf = ({ inLanguage, body }: Draft) =>
    inLanguage === undefined ? { edition: settings.language, found: detectLanguage(body, settings.language) } : undefined;
  return ({ path, bytes, inherited, storyOf }) =>
    readAndRecord(path, bytes, { ...edition, inherited: () => inherited, storyOf: () => storyOf }, languageOf);
}
