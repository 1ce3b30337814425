import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import * as v from "valibot";
import type { Article } from "#content/article.ts";
import { spokenParts } from "#content/spokenParts.ts";
import { fileHash } from "../draft/assets.ts";
import type { Report } from "../draft/problem.ts";
import { recordingType } from "../draft/recordingName.ts";
import type { NarrateSettings } from "../settings/narrateSettings.ts";
import { digest } from "../state/digest.ts";
import { digestOf, setAudio } from "../state/lazyBody.ts";
import { readStateFile, writeStateFile } from "../state/stateFile.ts";
import type { Progress } from "../write/progress.ts";
import type { SiteFile } from "../write/siteFile.ts";
import { CommandError } from "../draft/runCommand.ts";
import { speak } from "./speak.ts";

/** What was made of a story: `known`, by what the story is known; `words`, by what its words and its voice are; and the files in the cache. */
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

/** Where the programs run and what they made is kept, and who is told. `fileOf` names the file of a story by its slug. */
type Narrating = {
  content: string;
  cache: string;
  encode: boolean;
  preview?: boolean;
  fileOf: ReadonlyMap<string, string>;
  onProgress: Progress;
  report: Report;
};

/** How many stories in a row may fail until nothing more is spoken: each may have waited for its whole time. What is in the cache is taken from there. */
const ENOUGH = 3;

/**
 * Has the stories read aloud that readers may see and that have no recording of their own; each gets it as its `audio`. Of a story
 * whose words are as they were, it is taken from the cache. One that fails is reported, and published without. Live blogs are left out,
 * and so are all stories for those who only look, or who see more than readers do.
 * @param articles those that are published: nothing else may be in them
 * @returns the files of the recordings
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
    const made = await narrated(article, before[article.slug], folder, settings, narrating, failures < ENOUGH).catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      failures += error.isMissing ? ENOUGH : 1;
      narrating.report(failed(error, narrating.fileOf.get(article.slug) ?? "", failures >= ENOUGH));
      return undefined;
    });
    narrating.onProgress("Recordings", at + 1, wanted.length);
    if (!made) continue;
    if (made.isNew) failures = 0;
    now[article.slug] = made.narrated;
    files.push(...published(article, made.narrated, folder, settings));
  }
  // A build that gave up keeps what was made before: the words may be the same again.
  const kept = failures >= ENOUGH ? { ...before, ...now } : now;
  writeStateFile(index, JSON.stringify(kept));
  tidy(folder, kept);
  return files;
}

/** The voice that speaks a language: one that the paper names for it, or for it in general. */
function voiceFor(language: string, { voices }: NarrateSettings): string | undefined {
  const [general = ""] = language.split("-");
  // It becomes an argument of the command: what is no tag may be an option.
  if (!/^[a-z]{2,3}(?:-[a-z\d]+)*$/iu.test(language)) return undefined;
  return voices ? (voices[language] ?? voices[general]) : general;
}

/** @returns undefined for a story that has nothing to say, and for one that is not in the cache when no more may be spoken */
async function narrated(
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

/** Under names that change with what is in them. */
function published(
  article: Article,
  { sound, sentences, soundHash, sentencesHash, duration }: Narrated,
  folder: string,
  { credit }: NarrateSettings,
): SiteFile[] {
  const url = `/media/${article.slug}-${soundHash}${extname(sound)}`;
  const ofWords = `/media/${article.slug}-${sentencesHash}.json`;
  const from = join(folder, sound);
  const mediaType = recordingType(sound);
  setAudio(article, {
    url,
    ...(mediaType !== undefined && { mediaType }),
    size: statSync(from).size,
    duration,
    ...(credit !== undefined && { credit }),
    kind: "narration",
    sentences: ofWords,
  });
  return [
    { url, from },
    { url: ofWords, from: join(folder, sentences) },
  ];
}

function failed({ message }: CommandError, file: string, isEnd: boolean) {
  return {
    severity: "warning" as const,
    file,
    message: `The story could not be read aloud: ${message}; it is published without a recording${isEnd ? ", and so are those after it that were not read aloud before" : ""}.`,
    remedy: "Run the command of narrate in edition.json by hand, with a sentence on its standard input.",
  };
}

/** Recordings that no story has any more. */
function tidy(folder: string, kept: Record<string, Narrated>): void {
  const known = new Set(["index.json", ...Object.values(kept).flatMap(({ sound, sentences }) => [sound, sentences])]);
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { force: true });
}
