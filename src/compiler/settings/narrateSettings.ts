import * as v from "valibot";
import { recordingType } from "../text/recordingName.ts";
import { described, LanguageSchema, TextSchema } from "./settingSchemas.ts";

/** A program with its arguments, which never goes through a shell. */
const CommandSchema = v.union(
  [
    v.pipe(
      TextSchema,
      v.transform((line) => line.split(/\s+/u)),
    ),
    v.pipe(v.array(v.string()), v.minLength(1, "must name a program")),
  ],
  "must be a command such as espeak-ng -v {voice} --stdin -w {file}, or a list of its words",
);

/** `narrate` of edition.json: the voice that reads stories aloud while the site is built. */
export const NarrateSettingsSchema = v.optional(
  described(
    v.strictObject({
      command: described(
        CommandSchema,
        "The program that speaks, with its arguments; a list if one contains spaces. It gets a sentence on its standard input, and writes a WAV file to `{file}`, or to its standard output if no argument has `{file}`. `{voice}` is the voice for the story’s language.",
        "espeak-ng -v {voice} --stdin -w {file}",
      ),
      voices: v.optional(
        described(
          v.record(LanguageSchema, TextSchema),
          "The voice for each language; stories in others are not narrated. By default `{voice}` is the language itself, and all are narrated.",
          { en: "en-gb", nl: "nl" },
        ),
      ),
      encode: v.optional(
        described(
          CommandSchema,
          "A program that makes the file that readers get: it reads the WAV file `{wav}`, and writes `{file}`.",
          "lame --quiet -b 48 {wav} {file}",
        ),
      ),
      format: v.optional(
        described(
          v.pipe(
            v.string(),
            v.check((ending) => recordingType(`x.${ending}`)?.startsWith("audio/") === true, "must be a format such as mp3, m4a or opus"),
          ),
          "The format that `encode` writes, as a file extension.",
        ),
        "mp3",
      ),
      seconds: v.optional(described(v.pipe(v.number(), v.minValue(1), v.maxValue(3600)), "How long a run of either program may take."), 60),
      credit: v.optional(described(TextSchema, "A line below the recording that says whose voice it is.", "Read by a synthetic voice")),
    }),
    "The program that [reads stories aloud](audio.md#read-aloud-by-the-build) while the site is built. It runs on the machine that builds. By default nothing is narrated.",
    { command: "espeak-ng -v {voice} --stdin -w {file}", encode: "lame --quiet -b 48 {wav} {file}", credit: "Read by a synthetic voice" },
  ),
);

export type NarrateSettings = NonNullable<v.InferOutput<typeof NarrateSettingsSchema>>;
