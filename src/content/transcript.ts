import type { Cue } from "./recording.ts";

/** What one says in one go. */
export type Turn = { speaker?: string | undefined; cues: Cue[] };

/** About how long a paragraph of what is said is, in characters, before it ends with a sentence. */
const LONG = 400;

/** Pieces of what is said as paragraphs: another speaker begins another, and so does a sentence after a long one. */
export function turnsOf(transcript: Cue[]): Turn[] {
  const turns: (Turn & { length: number })[] = [];
  for (const cue of transcript) {
    const last = turns.at(-1);
    const isOther = cue.speaker !== undefined && cue.speaker !== last?.speaker;
    const isEnd =
      cue.start === undefined || (last !== undefined && last.length > LONG && /[.!?…。！？]["”’»)]*$/u.test(last.cues.at(-1)?.text ?? ""));
    if (last === undefined || isOther || isEnd)
      turns.push({ speaker: isOther ? cue.speaker : undefined, cues: [cue], length: cue.text.length });
    else {
      last.cues.push(cue);
      last.length += cue.text.length;
    }
  }
  return turns.map(({ speaker, cues }) => ({ speaker, cues }));
}

/** A time in a recording as players show it: "1:02", "1:00:02". */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
