import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import * as v from "valibot";
import type { Article } from "#content/article.ts";
import { spokenParts } from "#content/spokenParts.ts";
import { fileHash } from "../../draft/assets.ts";
import type { Report } from "../../draft/problem.ts";
import { recordingType } from "../../text/recordingName.ts";
import type { NarrateSettings } from "../../settings/narrateSettings.ts";
import { digest } from "../../state/digest.ts";
import { digestOf, setAudio } from "../../state/lazyBody.ts";
import { readStateFile, writeStateFile } from "../../state/stateFile.ts";
import type { Progress } from "../../output/buildProgress.ts";
import type { SiteFile } from "../../output/siteFile.ts";
import { CommandError } from "../recordings/runCommand.ts";
import { speak } from "./speak.ts";

/** A cached narration. `known` is a digest of the whole story, `words` one of its spoken text; both cover the voice and the commands. */
const NarratedSchema = v.object({
  known: v.string(),
  words: v.string(),
  sound: v.string(),
  sentences: v.string(),
  soundHash: v.string(),
  sentencesHash: v.string(),
  duration: v.number(),
});
const IndexSchema = v.record(v.string(), NarratedSchema);

type Narrated = v.InferOutput<typeof NarratedSchema>;

/** Where the programs run, where their output is cached, and who is told. `fileOf` has the file of each story by its slug. */
type Narrating = {
  content: string;
  cache: string;
  encode: boolean;
  preview?: boolean;
  fileOf: ReadonlyMap<string, string>;
  onProgress: Progress;
  report: Report;
};

/** After this many failures in a row no more stories are spoken, since each may take up its time limit. The cache is still used. */
const MAX_FAILURES = 3;

/**
 * Has published stories without a recording read aloud, and sets each narration as the story's `audio`. If the text of a story has
 * not changed, its narration comes from the cache. A story that fails is reported, and published without. Live blogs are left out.
 * A preview, or a build that encodes nothing, narrates no story.
 * @param articles published stories only, since their narrations become public
 * @returns the files of the narrations
 */
export async function narrate(articles: Article[], settings: NarrateSettings | undefined, narrating: Narrating): Promise<SiteFile[]> {
  if (!settings || !narrating.encode || narrating.preview) return [];
  const folder = join(narrating.cache, "narration");
  mkdirSync(folder, { recursive: true });
  const index = join(folder, "index.json");
  const before = readStateFile(index, IndexSchema) ?? {};
  const now: Record<string, Narrated> = {};
  const files: SiteFile[] = [];
  const wanted = articles.filter(({ audio, liveBlog, inLanguage }) => !audio && !liveBlog && voiceFor(inLanguage, settings) !== undefined);
  let failures = 0;
  for (const [at, article] of wanted.entries()) {
    const made = await narrationFor(article, before[article.slug], folder, settings, narrating, failures < MAX_FAILURES).catch(
      (error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        failures += error.isMissing ? MAX_FAILURES : 1;
        narrating.report(failure(error, narrating.fileOf.get(article.slug) ?? "", failures >= MAX_FAILURES));
        return undefined;
      },
    );
    narrating.onProgress("Recordings", at + 1, wanted.length);
    if (!made) continue;
    if (made.isNew) failures = 0;
    now[article.slug] = made.narrated;
    files.push(...publish(article, made.narrated, folder, settings));
  }
  // A build that gave up keeps all earlier narrations: a story may return to an earlier text.
  const kept = failures >= MAX_FAILURES ? { ...before, ...now } : now;
  writeStateFile(index, JSON.stringify(kept));
  removeUnused(folder, kept);
  return files;
}

/** The voice that the settings name for a language tag or its primary language; if they name no voices, that language itself. */
function voiceFor(language: string, { voices }: NarrateSettings): string | undefined {
  const [general = ""] = language.split("-");
  // The tag becomes an argument of the command; anything else could be taken for an option.
  if (!/^[a-z]{2,3}(?:-[a-z\d]+)*$/iu.test(language)) return undefined;
  return voices ? (voices[language] ?? voices[general]) : general;
}

/** @returns undefined for a story without spoken text, and for one that is not cached when no more may be spoken */
async function narrationFor(
  article: Article,
  before: Narrated | undefined,
  folder: string,
  settings: NarrateSettings,
  { content }: Narrating,
  maySpeak: boolean,
): Promise<{ narrated: Narrated; isNew: boolean } | undefined> {
  const voice = voiceFor(article.inLanguage, settings) ?? "";
  const { command, encode, format, seconds } = settings;
  const how = JSON.stringify([command, encode, format, voice]);
  const known = digest(how + digestOf(article));
  const isThere = before && existsSync(join(folder, before.sound)) && existsSync(join(folder, before.sentences));
  if (isThere && before.known === known) return { narrated: before, isNew: false };
  const parts = spokenParts(article);
  const words = digest(how + JSON.stringify(parts));
  if (isThere && before.words === words) return { narrated: { ...before, known }, isNew: false };
  if (!maySpeak || parts.length === 0) return undefined;
  const work = mkdtempSync(join(tmpdir(), "broadsheet-narration-"));
  try {
    const { file, narration, duration } = await speak(parts, voice, settings, work, { folder: content, seconds });
    const [sound, sentences] = [`${words}${extname(file)}`, `${words}.json`];
    const said = JSON.stringify(narration);
    copyFileSync(file, join(folder, sound));
    writeFileSync(join(folder, sentences), said);
    const [soundHash, sentencesHash] = [fileHash(readFileSync(file)), fileHash(said)];
    return { narrated: { known, words, sound, sentences, soundHash, sentencesHash, duration }, isNew: true };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Sets the narration as the story's audio. The names of the published files contain the hashes of their content. */
function publish(
  article: Article,
  { sound, sentences, soundHash, sentencesHash, duration }: Narrated,
  folder: string,
  { credit }: NarrateSettings,
): SiteFile[] {
  const url = `/media/${article.slug}-${soundHash}${extname(sound)}`;
  const sentencesUrl = `/media/${article.slug}-${sentencesHash}.json`;
  const from = join(folder, sound);
  const mediaType = recordingType(sound);
  setAudio(article, {
    url,
    ...(mediaType !== undefined && { mediaType }),
    size: statSync(from).size,
    duration,
    ...(credit !== undefined && { credit }),
    kind: "narration",
    sentences: sentencesUrl,
  });
  return [
    { url, from },
    { url: sentencesUrl, from: join(folder, sentences) },
  ];
}

function failure({ message }: CommandError, file: string, isEnd: boolean) {
  return {
    severity: "warning" as const,
    file,
    message: `The story could not be read aloud: ${message}; it is published without a recording${isEnd ? ", and so are those after it that were not read aloud before" : ""}.`,
    remedy: "Run the command of narrate in edition.json by hand, with a sentence on its standard input.",
  };
}

/** Removes recordings that no story uses any more. */
function removeUnused(folder: string, kept: Record<string, Narrated>): void {
  const known = new Set(["index.json", ...Object.values(kept).flatMap(({ sound, sentences }) => [sound, sentences])]);
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { force: true });
}
