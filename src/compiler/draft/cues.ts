import { parseFragment } from "parse5";
import type { Cue } from "#content/recording.ts";
import { escapedText } from "../text/escaped.ts";

/** The cues of a caption or transcript file, and the parts that cannot be read, with their lines. */
export type CueFile = { cues: Cue[]; faults: { line: number; message: string }[] };

const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`;
const TIMING = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?:\s|$)`, "u");

/**
 * Reads WebVTT (W3C) and SubRip, which separate cues by empty lines and start each with its times. Of the markup in a cue
 * only the speaker is kept (`<v Ada>`). Blocks that are not cues (styles, regions, notes) are ignored.
 */
export function readCues(text: string): CueFile {
  const cues: Cue[] = [];
  const faults: CueFile["faults"] = [];
  let line = 1;
  for (const part of partsOf(text.replace(/^\uFEFF/u, ""))) {
    const lines = part.split("\n");
    const at = lines.findIndex((content) => content.includes("-->"));
    const timing = TIMING.exec(lines[at] ?? "");
    const isOther = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t]|$)/u.test(lines[0] ?? "");
    if (at >= 0 && timing) cues.push(...cueOf(timing, lines.slice(at + 1)));
    else if (at >= 0) faults.push({ line: line + at, message: `The times "${lines[at]?.trim().slice(0, 80)}" cannot be read` });
    else if (!isOther && part.trim() !== "") faults.push({ line, message: "There are words without times" });
    line += lines.length;
  }
  return { cues, faults };
}

/** The cues of a text without times: one for each paragraph. "ADA KEANE: Good morning" names the speaker. */
export function untimedCues(text: string): Cue[] {
  return text
    .replace(/^\uFEFF/u, "")
    .split(/\n\s*\n/u)
    .map((part) => part.replace(/\s+/gu, " ").trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, speaker, words] = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}): (.+)$/u.exec(part) ?? [];
      return speaker === undefined || words === undefined ? { text: part } : { speaker, text: words };
    });
}

/** Writes cues as a WebVTT file, which browsers and podcast apps read. */
export function webVtt(cues: Cue[]): string {
  const timed = cues.flatMap(({ start, end, speaker, text }, at) => {
    if (start === undefined) return [];
    const until = end ?? cues[at + 1]?.start ?? start + LONGEST;
    const voice = speaker === undefined ? "" : `<v ${escapedText(speaker)}>`;
    return [`${clock(start)} --> ${clock(Math.max(until, start + 0.001))}\n${voice}${escapedText(text)}\n`];
  });
  return ["WEBVTT\n", ...timed].join("\n");
}

/** How long the last cue is shown if it has no end time, in seconds. */
const LONGEST = 10;

/** Splits at empty lines, which belong to the part before them, so that lines can be counted. */
const partsOf = (text: string): string[] => text.replace(/\r\n?/gu, "\n").split(/(?<=\n[ \t]*)\n(?=[^\n])/u);

function cueOf(timing: RegExpExecArray, lines: string[]): Cue[] {
  const [, , , , , ...to] = timing;
  const marked = lines.join(" ");
  const speaker = /<v(?:\.[^\s>]*)?\s+([^>]+)>/iu.exec(marked)?.[1];
  const text = wordsOf(marked);
  if (text === "") return [];
  const [start, end] = [seconds(timing.slice(1, 5)), seconds(to)];
  return [{ start, ...(end > start && { end }), ...(speaker !== undefined && { speaker: wordsOf(speaker) || "?" }), text }];
}

/** The text without markup: tags in both formats, braces in SubRip. */
const wordsOf = (marked: string): string =>
  parseFragment(marked.replace(/<[^<>]*>|\{\\[^{}]*\}/gu, ""))
    .childNodes.map((node) => ("value" in node ? node.value : ""))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();

function seconds([hours, minutes, rest, parts = "0"]: (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
  return (whole * 1000 + Number(parts.padEnd(3, "0"))) / 1000;
}

function clock(time: number): string {
  const milliseconds = Math.round(time * 1000);
  const digits = (value: number, places: number) => String(value).padStart(places, "0");
  const whole = Math.floor(milliseconds / 1000);
  return `${digits(Math.floor(whole / 3600), 2)}:${digits(Math.floor(whole / 60) % 60, 2)}:${digits(whole % 60, 2)}.${digits(milliseconds % 1000, 3)}`;
}
