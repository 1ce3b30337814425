import { expect, test } from "vitest";
import { clockTime, turnsOf } from "#content/transcript.ts";

const cue = (text: string, start?: number, speaker?: string) => ({
  text,
  ...(start !== undefined && { start }),
  ...(speaker && { speaker }),
});
const paragraphs = (...cues: ReturnType<typeof cue>[]) => turnsOf(cues).map(({ cues }) => cues.map(({ text }) => text));

test("a transcript has a paragraph for each speaker, who goes on until another one is named", () => {
  expect(turnsOf([cue("One.", 0, "Ada"), cue("Two.", 1, "Ada"), cue("Three.", 2), cue("Four.", 3, "Ben"), cue("Five.", 4, "Ada")])).toEqual(
    [
      { speaker: "Ada", cues: [cue("One.", 0, "Ada"), cue("Two.", 1, "Ada"), cue("Three.", 2)] },
      { speaker: "Ben", cues: [cue("Four.", 3, "Ben")] },
      { speaker: "Ada", cues: [cue("Five.", 4, "Ada")] },
    ],
  );
});

test("a long paragraph ends with its sentence, and cues without a time are paragraphs of their own", () => {
  const long = "a".repeat(399);
  expect(paragraphs(cue(`${long}!”`, 0), cue("Next.", 1), cue("Last.", 2))).toEqual([[`${long}!”`], ["Next.", "Last."]]);
  expect(paragraphs(cue(`${long},,`, 0), cue("end.", 1), cue("Next.", 2))).toEqual([[`${long},,`, "end."], ["Next."]]);
  expect(paragraphs(cue(`${long}.`, 0), cue("Next.", 1))).toEqual([[`${long}.`, "Next."]]);
  expect(paragraphs(cue("One."), cue("Two."))).toEqual([["One."], ["Two."]]);
});

test.each([
  [0.9, "0:00"],
  [62, "1:02"],
  [59 * 60 + 59.9, "59:59"],
  [3600, "1:00:00"],
  [2 * 3600 + 3 * 60 + 4, "2:03:04"],
])("the time of %f seconds is %s", (seconds, text) => expect(clockTime(seconds)).toBe(text));
