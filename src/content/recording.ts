import * as v from "valibot";
import { InlinesSchema, TextSchema } from "./blocks/inline.ts";

/** A recording of this edition, or at an address that pages may load it from. Nothing is loaded before it is played. */
export const RecordingUrlSchema = v.pipe(
  v.string(),
  v.regex(/^(?:https:\/\/|\/(?!\/))/iu, "must be a path of this edition or an https address"),
);

export const SecondsSchema = v.pipe(v.number(), v.minValue(0));
const WholeSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const NameSchema = v.pipe(v.string(), v.nonEmpty());

/** A chapter of a recording: its title, and its start in seconds. */
export const ChapterSchema = v.object({ start: SecondsSchema, title: NameSchema });

/** A piece of a transcript, with its times in seconds; a transcript without timing has none. */
export const CueSchema = v.object({
  start: v.optional(SecondsSchema),
  end: v.optional(SecondsSchema),
  speaker: v.optional(NameSchema),
  text: NameSchema,
});

export const ChaptersSchema = v.array(ChapterSchema);
export const TranscriptSchema = v.array(CueSchema);

/** WebVTT caption files, each in a language (BCP 47). */
export const CaptionsSchema = v.array(v.object({ url: RecordingUrlSchema, language: v.optional(NameSchema) }));

/** The fields that audio and video share. Names follow schema.org AudioObject if it has them; `duration` is in seconds, `size` in bytes. */
export const RecordingSchema = v.object({
  url: RecordingUrlSchema,
  /** MIME type. */
  mediaType: v.optional(NameSchema),
  size: v.optional(WholeSchema),
  duration: v.optional(SecondsSchema),
  title: v.optional(TextSchema),
  caption: v.optional(InlinesSchema),
  credit: v.optional(v.string()),
  chapters: v.optional(ChaptersSchema),
  transcript: v.optional(TranscriptSchema),
  captions: v.optional(CaptionsSchema),
});

/** A video. Width and height in pixels; the poster is shown until it is played. */
export const FilmSchema = v.object({
  ...RecordingSchema.entries,
  width: v.optional(WholeSchema),
  height: v.optional(WholeSchema),
  poster: v.optional(RecordingUrlSchema),
});

/**
 * A story's own recording: an episode of a podcast, or the story read aloud.
 * Podcast apps identify an episode for ever by its `guid`; without one, that is the story's id.
 */
export const EpisodeSchema = v.object({
  ...RecordingSchema.entries,
  kind: v.picklist(["episode", "narration"]),
  guid: v.optional(NameSchema),
  season: v.optional(WholeSchema),
  episode: v.optional(WholeSchema),
  explicit: v.optional(v.boolean()),
  /** For a narration that the build made: the file of its sentences, see narration.ts. */
  sentences: v.optional(RecordingUrlSchema),
});

export type Chapter = v.InferOutput<typeof ChapterSchema>;
export type Cue = v.InferOutput<typeof CueSchema>;
export type Captions = v.InferOutput<typeof CaptionsSchema>;
export type Recording = v.InferOutput<typeof RecordingSchema>;
export type Film = v.InferOutput<typeof FilmSchema>;
export type Episode = v.InferOutput<typeof EpisodeSchema>;
