import type { Cue } from "./recording.ts";

/** What one speaker says without interruption. */
export type Turn = { speaker?: string | undefined; cues: Cue[] };

/** How long a paragraph of a transcript gets, in characters, before it ends with the next sentence. */
const LONG = 400;

/** The cues of a transcript as paragraphs: another speaker begins a new one, and so does the next sentence after a long one. */
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

/** A time in a recording in the form of players: "1:02", "1:00:02". */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
