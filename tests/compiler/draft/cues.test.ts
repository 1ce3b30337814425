import { expect, test } from "vitest";
import { readCues, untimedCues, webVtt } from "../../../src/compiler/draft/cues.ts";

const VTT = `\uFEFFWEBVTT - A talk

STYLE
::cue { color: red }

NOTE nobody says this

first
00:01.000 --> 00:02.500 align:start
<v Ada Keane>Fish &amp; <i>chips</i>,
twice.

01:00:02.000 --> 01:00:03.000
<00:19.000><c.loud>Later</c>
`;

test("WebVTT gives what is said, by whom and when; styles, notes and marks are left out", () => {
  expect(readCues(VTT)).toEqual({
    cues: [
      { start: 1, end: 2.5, speaker: "Ada Keane", text: "Fish & chips, twice." },
      { start: 3602, end: 3603, text: "Later" },
    ],
    faults: [],
  });
});

test("SubRip is read as WebVTT is, with its commas and Windows' line ends", () => {
  const srt = "1\r\n00:00:01,500 --> 00:00:02,000\r\n{\\an8}Hello.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n<b>Bye.</b>\r\n";
  expect(readCues(srt).cues).toEqual([
    { start: 1.5, end: 2, text: "Hello." },
    { start: 2, end: 3, text: "Bye." },
  ]);
});

test("times that cannot be read are named by their line, and the rest stands", () => {
  const { cues, faults } = readCues(
    "WEBVTT\n\n00:00.000 --> 00:01.000\nOne\n\n\nsoon --> later\nTwo\n\nThree\n\n00:04.000 --> 00:05.000\nFour",
  );
  expect(cues.map(({ text }) => text)).toEqual(["One", "Four"]);
  expect(faults).toEqual([
    { line: 7, message: 'The times "soon --> later" cannot be read' },
    { line: 10, message: "There are words without times" },
  ]);
});

test("a text without times is a piece for each paragraph, with its speakers", () => {
  expect(untimedCues("ADA KEANE: Good\nmorning.\n\nIt rains: a lot.\n")).toEqual([
    { speaker: "ADA KEANE", text: "Good morning." },
    { text: "It rains: a lot." },
  ]);
});

test("what is written as WebVTT is read back as it was", () => {
  const cues = [
    { start: 0, end: 1.25, speaker: "A < B", text: "x --> y & <b>" },
    { start: 3725.5, end: 3726, text: "End" },
  ];
  const text = webVtt(cues);
  expect(text).toContain("01:02:05.500 --> 01:02:06.000\nEnd\n");
  expect(readCues(text)).toEqual({ cues, faults: [] });
});

test("no file makes it throw", () => {
  for (const text of ["", "-->", "\0".repeat(50), "WEBVTT", "1\n2\n3", "99999:99:99.999 --> x\n", "<v >\n00:00.0 --> 00:01.0\n<v >"])
    readCues(text);
});

test("a cue without an end lasts until the next one, and the last one ten seconds", () => {
  const cues = [
    { start: 1, text: "One" },
    { start: 2.5, end: 2.5, speaker: "Ada", text: "Two" },
    { text: "no time" },
    { start: 61, text: "Three" },
  ];
  expect(webVtt(cues)).toBe(`WEBVTT

00:00:01.000 --> 00:00:02.500
One

00:00:02.500 --> 00:00:02.501
<v Ada>Two

00:01:01.000 --> 00:01:11.000
Three
`);
});

test("a cue that ends before it begins has no end, one without words is none, and a speaker without a name is one", () => {
  expect(readCues("0:05.5 --> 0:04.000\nOne\n\n00:01:00.25 --> 00:01:01.000\n<v &nbsp;>Two\n\n00:03.000 --> 00:04.000\n<i></i>")).toEqual({
    cues: [
      { start: 5.5, text: "One" },
      { start: 60.25, end: 61, speaker: "?", text: "Two" },
    ],
    faults: [],
  });
});

test("a speaker of a text without times has a name of up to four words in capitals", () => {
  expect(untimedCues("\uFEFF\n\nA. B. C. O’Neill: Yes.\n\n\nAda Ben Cas Dee Eve: No.\n\nADA:no")).toEqual([
    { speaker: "A. B. C. O’Neill", text: "Yes." },
    { text: "Ada Ben Cas Dee Eve: No." },
    { text: "ADA:no" },
  ]);
});
