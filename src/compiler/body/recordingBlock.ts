import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import type { Captions, Chapter, Cue } from "#content/recording.ts";
import type { Unusable } from "../draft/assets.ts";
import { OTHER_ENDING, recordingType } from "../text/recordingName.ts";
import type { FoundCues, FoundRecording } from "../draft/recordings.ts";
import { type BodyContext, lookedFor, pictureRemedy } from "./bodyContext.ts";
import type { Loss } from "./bodyLosses.ts";
import { safeUrl } from "./safeUrl.ts";

/** A recording as described in a story. Chapters and transcript are given as data or as the name of a file. */
export type WrittenRecording = {
  type: "audio" | "video";
  reference: string;
  mediaType?: string | undefined;
  title?: string | undefined;
  caption?: Inline[] | undefined;
  credit?: string | undefined;
  duration?: number | undefined;
  size?: number | undefined;
  chapters?: Chapter[] | string | undefined;
  transcript?: Cue[] | string | undefined;
  captions?: { reference: string; language?: string | undefined }[] | undefined;
  poster?: string | undefined;
  width?: number | undefined;
  height?: number | undefined;
};

type ReportLoss = (loss: Loss) => void;

/**
 * A recording as a block, with the files that belong to it. Where none are named, files of the same name beside it are used:
 * `talk.vtt` or `talk.srt` for captions, `talk.txt` for the transcript, `talk.chapters.vtt` for chapters.
 * @returns undefined for a recording that cannot be played, which is reported
 */
export function recordingBlock(written: WrittenRecording, context: BodyContext, reportLoss: ReportLoss): Block | undefined {
  const { type, reference, poster, width, height } = written;
  const found = findRecording(reference, context);
  if ("reason" in found) {
    const { reason, nearest } = found;
    reportLoss({
      message: `The recording ${reference.slice(0, 120)} ${reason}; its words are shown instead.`,
      ...(nearest !== undefined && { nearest }),
      remedy: remedyFor(reason, reference),
    });
    return undefined;
  }
  const { url, size = written.size, mediaType = written.mediaType } = found.recording;
  const said = wordsIn(written, context, reportLoss);
  const recording = defined({
    url,
    mediaType,
    size,
    duration: written.duration,
    title: written.title || undefined,
    caption: written.caption && written.caption.length > 0 ? written.caption : undefined,
    credit: written.credit || undefined,
    ...said,
  });
  if (type === "audio") return { type, ...recording };
  // Not reported during an import, which cannot fix it: the build reports it.
  if (said.captions === undefined && context.recordings && !isStream(mediaType)) reportLoss(withoutCaptions(reference));
  return {
    type,
    ...recording,
    ...defined({ width, height, poster: poster === undefined ? undefined : posterOf(poster, context, reportLoss) }),
  };
}

/** Whether it is an HLS playlist, for which there is no single media file. */
const isStream = (mediaType: string | undefined): boolean => mediaType === "application/vnd.apple.mpegurl";

/** The text shown instead of a recording that cannot be played: a link to it if it is on another site, its caption and its transcript. */
export function recordingWords({ reference, title, caption, transcript }: WrittenRecording, { link }: BodyContext): Block[] {
  const url = ELSEWHERE.test(reference) ? safeUrl(reference, link) : undefined;
  const text = title || (url ?? "");
  const named: Inline[] = text === "" ? [] : [{ type: "text", text }];
  const lines: Inline[][] = [
    url === undefined ? named : [{ type: "link", url, children: named }],
    caption ?? [],
    ...(Array.isArray(transcript) ? transcript : []).map(({ text: words }): Inline[] => [{ type: "text", text: words }]),
  ];
  return lines.filter((line) => line.length > 0).map((children) => ({ type: "paragraph", children }));
}

const ELSEWHERE = /^(?:https?:)?\/\//iu;
const NOT_SAFE = "does not have an https address";
const NOT_ALLOWED = "is at an address that pages do not load from";

function remedyFor(reason: string, reference: string): string {
  if (reason === NOT_SAFE) return "Give its full address, which begins with https://.";
  if (reason === OTHER_ENDING) return "Give it the ending of its format, or save it as MP3, M4A or MP4, which play in all browsers.";
  if (reason !== NOT_ALLOWED)
    return "Recordings are looked for where pictures are: beside the file, in the content folder and in folders of assets.";
  return `Allow it in edition.json: "origins": { "media-src": ["${new URL(reference.replace(ELSEWHERE, "https://")).origin}"] }. Nothing is loaded before it is played.`;
}

function findRecording(reference: string, { recordings, link }: BodyContext): { recording: FoundRecording } | Unusable {
  if (!ELSEWHERE.test(reference) && recordings) return recordings.find(reference);
  const url = safeUrl(reference, link)?.replace(/^http:/iu, "https:");
  // During an import, files of the archive may end up beside its stories, where the build looks for them.
  const isPath = recordings === undefined && url?.startsWith("/") === true;
  if (url === undefined || !(isPath || /^https:/iu.test(url))) return { reason: NOT_SAFE };
  if (recordings?.mayLoad(url) === false) return { reason: NOT_ALLOWED };
  const mediaType = recordingType(url);
  return { recording: { url, ...(mediaType !== undefined && { mediaType }) } };
}

type RecordingTexts = { chapters?: Chapter[]; transcript?: Cue[]; captions?: Captions };

function wordsIn(
  { reference, chapters, transcript, captions }: WrittenRecording,
  context: BodyContext,
  reportLoss: ReportLoss,
): RecordingTexts {
  const stem = reference.replace(/\.\w+$/u, "");
  const beside = (...endings: string[]) => endings.map((ending) => stem + ending).find((each) => isThere(each, context));
  const named = captions ?? [beside(".vtt", ".srt")].flatMap((each) => (each === undefined ? [] : [{ reference: each }]));
  const files = named.flatMap(({ reference: each, ...rest }) => {
    const read = /^https:\/\//iu.test(each) ? { url: each, cues: [] } : cuesIn(each, context, reportLoss);
    return read?.url === undefined ? [] : [{ cues: read.cues, file: { url: read.url, ...defined(rest) } }];
  });
  const parts = chapters ?? beside(".chapters.vtt");
  const spoken = transcript ?? (files[0]?.cues.length ? files[0].cues : beside(".txt"));
  const cues = typeof spoken === "string" ? cuesIn(spoken, context, reportLoss) : undefined;
  const all = [...files.map(({ file }) => file), ...(files.length === 0 && cues?.url !== undefined ? [{ url: cues.url }] : [])];
  return defined({
    chapters: someOf(typeof parts === "string" ? chaptersIn(parts, context, reportLoss) : parts),
    transcript: someOf(typeof spoken === "string" ? cues?.cues : spoken),
    captions: someOf(all),
  });
}

const isThere = (reference: string, { recordings }: BodyContext): boolean =>
  recordings !== undefined && !ELSEWHERE.test(reference) && "cues" in recordings.cues(reference);

function cuesIn(reference: string, { recordings, report }: BodyContext, reportLoss: ReportLoss): FoundCues | undefined {
  const found = recordings?.cues(reference) ?? { reason: "is not available" };
  if ("reason" in found) {
    const { reason, nearest } = found;
    const message = `The file ${reference.slice(0, 120)} ${reason}, so its text is not shown.`;
    reportLoss({ message, ...(nearest !== undefined && { nearest }), remedy: lookedFor("Captions, transcripts and chapters") });
    return undefined;
  }
  const [first] = found.faults;
  const more = found.faults.length > 1 ? ` (and ${found.faults.length - 1} more like it)` : "";
  if (first)
    report({
      severity: "warning",
      file: reference,
      place: `line ${first.line}`,
      message: `${first.message}; the piece was left out${more}.`,
      remedy: "Write its times as in 00:01:02.000 --> 00:01:05.500, and an empty line before it.",
    });
  return found;
}

const chaptersIn = (reference: string, context: BodyContext, reportLoss: ReportLoss): Chapter[] =>
  (cuesIn(reference, context, reportLoss)?.cues ?? []).flatMap(({ start, text }) => (start === undefined ? [] : [{ start, title: text }]));

function posterOf(reference: string, { picture }: BodyContext, reportLoss: ReportLoss): string | undefined {
  const found = picture(reference);
  if ("picture" in found) return found.picture.url;
  const { reason, nearest } = found;
  reportLoss({
    message: `The picture ${reference.slice(0, 120)} ${reason}, so the film has no poster.`,
    ...(nearest !== undefined && { nearest }),
    remedy: pictureRemedy(reason),
  });
  return undefined;
}

const withoutCaptions = (reference: string): Loss => ({
  message: `The film ${reference.slice(0, 120)} has no captions for people who cannot hear it.`,
  remedy: "Put a WebVTT file of the same name beside it, or name one with captions or <track src>.",
});

const someOf = <T>(list: T[] | undefined): T[] | undefined => (list && list.length > 0 ? list : undefined);

/** The object without its undefined fields. */
function defined<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const known: { [Key in keyof T]: Exclude<T[Key], undefined> } = JSON.parse(JSON.stringify(fields));
  return known;
}
