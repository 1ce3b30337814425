import * as v from "valibot";
import type { Block, BlockOf } from "#content/blocks/block.ts";
import { type Episode, EpisodeSchema, TranscriptSchema } from "#content/recording.ts";
import { reason } from "#content/parse.ts";
import { recordingBlock, recordingWords, type WrittenRecording } from "../../body/recordingBlock.ts";
import { cleanText, oneLine } from "../../text/cleanText.ts";
import { recordingType } from "../../text/recordingName.ts";
import type { ArticleContext } from "./articleContext.ts";
import { readInlines } from "./readInlines.ts";
import { reportKeys } from "./reportUnknown.ts";
import { isMissing, isRecord, listed, numberIn, type Raw, recordsOf, scalarText } from "../../text/jsonRecord.ts";

/** The fields in which files name their recording; `file` is ours, `url` the contract's. */
const REFERENCES = ["file", "url", "src", "path"];

/** The fields that a recording may have, ours first. */
export const RECORDING_FIELDS = [
  ...REFERENCES,
  ..."title caption credit chapters transcript captions duration size mediaType width height poster".split(" "),
];
const OF_EPISODE = ["kind", "guid", "season", "episode", "explicit"];

/**
 * A recording as people write it: a file, an object with a file, or the contract's form. Faults are reported.
 * @returns its block, or the words that replace it
 */
export function readRecording(raw: Raw, type: "audio" | "video", path: string, context: ArticleContext): Block[] {
  const written = writtenIn(raw, type, path, context);
  const block = written && recordingBlock(written, context.body, warnAt(path, context));
  if (block) return [block];
  return written ? recordingWords(written, context.body) : [];
}

/** A story's own recording: `audio: talk.mp3`, or an object. */
export function readEpisode(value: unknown, path: string, context: ArticleContext): Episode | undefined {
  const [first]: unknown[] = Array.isArray(value) ? value : [value];
  const raw: Raw = isRecord(first) ? first : { file: first };
  if (isRecord(first)) reportKeys(first, path, [...RECORDING_FIELDS, ...OF_EPISODE], context);
  const written = writtenIn(raw, "audio", path, context);
  const block = written && recordingBlock(written, context.body, warnAt(path, context));
  if (block?.type !== "audio") return undefined;
  const { type: _type, ...recording }: BlockOf<"audio"> = block;
  const own = OF_EPISODE.filter((key) => !isMissing(raw[key])).map((key): [string, unknown] => [key, ofEpisode(key, raw[key])]);
  const result = v.safeParse(EpisodeSchema, { kind: "episode", ...recording, ...Object.fromEntries(own) });
  if (result.success) return result.output;
  const [issue] = result.issues;
  context.warn(path, `${path}.${v.getDotPath(issue) ?? ""} ${reason(issue)}; its recording was kept without its episode fields.`);
  return { kind: "episode", ...recording };
}

const ofEpisode = (key: string, value: unknown): unknown =>
  key === "season" || key === "episode" ? numberIn(value) : key === "guid" ? scalarText(value) : value;

const warnAt =
  (path: string, { warn }: ArticleContext): Parameters<typeof recordingBlock>[2] =>
  ({ message, remedy, nearest, severity }) =>
    warn(path, message, severity === "notice" ? "notice" : "warning", remedy, nearest);

function writtenIn(raw: Raw, type: "audio" | "video", path: string, context: ArticleContext): WrittenRecording | undefined {
  const reference = REFERENCES.map((name) => raw[name]).find((value) => typeof value === "string" && value.trim() !== "");
  if (typeof reference !== "string") {
    context.warn(path, `${path} names no file, so there is no recording.`);
    return undefined;
  }
  const text = (key: string) => (isMissing(raw[key]) ? undefined : oneLine(scalarText(raw[key])) || undefined);
  const number = (key: string) => (numberIn(raw[key]) > 0 ? numberIn(raw[key]) : undefined);
  return {
    type,
    reference: reference.trim(),
    mediaType: text("mediaType") ?? recordingType(reference),
    title: text("title"),
    caption: readInlines(raw["caption"], `${path}.caption`, context),
    credit: text("credit"),
    duration: secondsIn(raw["duration"]),
    size: number("size"),
    chapters: chaptersIn(raw["chapters"], `${path}.chapters`, context),
    transcript: transcriptIn(raw["transcript"], `${path}.transcript`, context),
    captions: captionsIn(raw["captions"]),
    poster: text("poster"),
    width: number("width"),
    height: number("height"),
  };
}

/** 62.5, "62.5", "1:02" and "1:00:02". */
function secondsIn(value: unknown): number | undefined {
  const parts = scalarText(value).trim().split(":");
  const seconds = parts.every((part) => /^\d+(?:[.,]\d+)?$/u.test(part))
    ? parts.reduce((sum, part) => sum * 60 + Number(part.replace(",", ".")), 0)
    : Number.NaN;
  return Number.isFinite(seconds) && parts.length <= 3 ? seconds : undefined;
}

/** A file name, or a list of chapters: `- start: 1:02` and `title: The harbour`. */
function chaptersIn(value: unknown, path: string, { warn }: ArticleContext): WrittenRecording["chapters"] {
  if (isMissing(value)) return undefined;
  if (typeof value === "string") return value.trim();
  return recordsOf(value).flatMap((each, at) => {
    const start = secondsIn(each["start"] ?? each["startTime"] ?? each["time"]);
    const title = oneLine(scalarText(each["title"]));
    if (start !== undefined && title !== "") return [{ start, title }];
    warn(
      `${path}.${at}`,
      `${path}.${at} has no start or no title; it was left out.`,
      "warning",
      'Write it as in { start: "1:02", title: "The harbour" }.',
    );
    return [];
  });
}

/** A file name, a text, or the contract's list. */
function transcriptIn(value: unknown, path: string, { warn }: ArticleContext): WrittenRecording["transcript"] {
  if (isMissing(value)) return undefined;
  if (typeof value === "string" && /^\S.*\.(?:vtt|srt|txt)$/iu.test(value.trim())) return value.trim();
  if (typeof value === "string")
    return cleanText(value)
      .split(/\n\s*\n/u)
      .map((text) => ({ text: text.replace(/\s+/gu, " ").trim() }))
      .filter(({ text }) => text !== "");
  const result = v.safeParse(TranscriptSchema, value);
  if (!result.success) warn(path, `${path} ${reason(result.issues[0])}; it was left out.`);
  return result.success ? result.output : undefined;
}

/** One or more file names, or objects with a file and its language. */
function captionsIn(value: unknown): WrittenRecording["captions"] {
  if (isMissing(value)) return undefined;
  return listed(value).flatMap((each) => {
    const raw: Raw = isRecord(each) ? each : { file: each };
    const reference = scalarText(raw["file"] ?? raw["url"] ?? raw["src"]).trim();
    const language = scalarText(raw["language"]).trim();
    return reference === "" ? [] : [{ reference, ...(language !== "" && { language }) }];
  });
}
