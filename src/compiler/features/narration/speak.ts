import { readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { inParallel } from "#content/inParallel.ts";
import type { Narration } from "#content/narration.ts";
import type { SpokenPart } from "#content/spokenParts.ts";
import type { NarrateSettings } from "../../settings/narrateSettings.ts";
import { CommandError, type Running, runCommand } from "../recordings/runCommand.ts";
import { hasSameFormat, joined, readWave, secondsOf, silence, type Sound, waveOf } from "./wave.ts";

/** The pauses after a sentence and after a paragraph, in seconds. */
const REST = 0.15;
const LONG_REST = 0.5;

/** A narrated story: the file that readers get, when each sentence begins, and the duration in seconds. */
export type NarratedStory = { file: string; narration: Narration; duration: number };

/**
 * Has a story spoken one sentence at a time, so that the start of each is known to the sample.
 * @param folder an empty folder that the programs may write to
 * @throws CommandError if a program fails, takes too long, or leaves no sound
 */
export async function speak(
  parts: SpokenPart[],
  voice: string,
  settings: NarrateSettings,
  folder: string,
  running: Running,
): Promise<NarratedStory> {
  const places = parts.flatMap(({ place, sentences }) =>
    sentences.map((text, at) => ({ place, text, isLast: at === sentences.length - 1 })),
  );
  const sounds = await inParallel(places, availableParallelism(), ({ text }, at) =>
    speakSentence(text, voice, settings, join(folder, `${at}.wav`), running),
  );
  const [first] = sounds;
  const [program = ""] = settings.command;
  if (!first || !sounds.every((sound) => hasSameFormat(sound, first)))
    throw new CommandError(program, "gave sentences different rates or channels");
  const all: Sound[] = [];
  const starts: number[] = [];
  let time = 0;
  for (const [at, sound] of sounds.entries()) {
    const rest = silence(sound, places[at]?.isLast ? LONG_REST : REST);
    starts.push(Math.round(time * 1000) / 1000);
    time += secondsOf(sound) + secondsOf(rest);
    all.push(sound, rest);
  }
  const wav = join(folder, "story.wav");
  writeFileSync(wav, waveOf(joined(all)));
  const file = settings.encode ? await encode(wav, settings.encode, join(folder, `story-encoded.${settings.format}`), running) : wav;
  return { file, narration: narrationOf(parts, starts), duration: Math.round(time * 1000) / 1000 };
}

async function speakSentence(text: string, voice: string, { command }: NarrateSettings, file: string, running: Running): Promise<Sound> {
  const output = await runCommand(fillIn(command, { voice, file }), `${text}\n`, running);
  const [program = ""] = command;
  const sound = readWave(hasPlaceholder(command, "file") ? bytesOf(file, program) : output);
  if (!sound) throw new CommandError(program, "left no WAV sound");
  return sound;
}

async function encode(wav: string, command: string[], file: string, running: Running): Promise<string> {
  await runCommand(fillIn(command, { wav, file }), "", running);
  bytesOf(file, command[0] ?? "");
  return file;
}

function bytesOf(file: string, program: string): Uint8Array {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) throw new CommandError(program, "left no file");
  return readFileSync(file);
}

const hasPlaceholder = (command: string[], name: string): boolean => command.some((word) => word.includes(`{${name}}`));

/** Fills in the placeholders of a command. A value never splits its argument, whatever it contains. */
const fillIn = (command: string[], values: Record<string, string>): string[] =>
  command.map((word) => word.replace(/\{(\w+)\}/gu, (all, name: string) => values[name] ?? all));

function narrationOf(parts: SpokenPart[], starts: number[]): Narration {
  let at = 0;
  return parts.map(({ place, sentences }) => ({ place, sentences: sentences.map((text) => ({ start: starts[at++] ?? 0, text })) }));
}
