import { expect, test } from "vitest";
import type { BodyContext } from "../../../src/compiler/body/bodyContext.ts";
import { readHtml, text } from "./readHtml.ts";

const cues = [{ start: 0, end: 2, speaker: "Ada", text: "Hello." }];

/** At hand are talk.mp3 with what is said in it, bare.mp3 and film.mp4; pages may load from cdn.example. */
const recordings: NonNullable<BodyContext["recordings"]> = {
  find: (reference) =>
    ["talk.mp3", "bare.mp3", "film.mp4"].includes(reference)
      ? { recording: { url: `/media/${reference}`, mediaType: reference.endsWith("4") ? "video/mp4" : "audio/mpeg", size: 99 } }
      : { reason: "is not there", nearest: "talk.mp3" },
  cues: (reference) => {
    if (reference === "talk.vtt") return { cues, url: "/media/talk-1.vtt", faults: [] };
    if (reference === "talk.chapters.vtt") return { cues: [{ start: 3, text: "Part two" }], url: "/media/parts.vtt", faults: [] };
    if (reference === "broken.vtt")
      return { cues, url: "/media/broken.vtt", faults: [{ line: 7, message: "There are words without times" }] };
    return { reason: "is not there" };
  },
  mayLoad: (url) => url.startsWith("https://cdn.example/"),
};

const read = (html: string) => readHtml(html, { recordings, titleIsCaption: true });

test("a sound keeps its kind, with what lies beside it: captions, what is said, chapters", () => {
  expect(read('<audio controls src="talk.mp3" title="A talk"></audio>')).toMatchObject({
    blocks: [
      {
        type: "audio",
        url: "/media/talk.mp3",
        mediaType: "audio/mpeg",
        size: 99,
        title: "A talk",
        chapters: [{ start: 3, title: "Part two" }],
        transcript: cues,
        captions: [{ url: "/media/talk-1.vtt" }],
      },
    ],
    problems: [],
  });
});

test("an image of Markdown that names a sound is one", () => {
  expect(read('<p><img src="bare.mp3" alt="The bells" title="At noon | Photo: Ada"></p>').blocks).toEqual([
    {
      type: "audio",
      url: "/media/bare.mp3",
      mediaType: "audio/mpeg",
      size: 99,
      title: "The bells",
      caption: [text("At noon")],
      credit: "Photo: Ada",
    },
  ]);
});

test("a film has its tracks by their kinds and languages, its poster and its size, and the caption of its figure", () => {
  const html = `<figure><video poster="p.jpg" width="640" height="360"><source src="film.mp4" type="video/mp4; codecs=avc1">
    <track src="talk.vtt" kind="captions" srclang="en"><track kind="chapters" src="talk.chapters.vtt"></video>
    <figcaption>The harbour <small>Ada</small></figcaption></figure>`;
  expect(read(html)).toMatchObject({
    blocks: [
      {
        type: "video",
        url: "/media/film.mp4",
        mediaType: "video/mp4",
        width: 640,
        height: 360,
        poster: "/pictures/p.jpg",
        captions: [{ url: "/media/talk-1.vtt", language: "en" }],
        chapters: [{ start: 3, title: "Part two" }],
        caption: [text("The harbour")],
        credit: "Ada",
      },
    ],
    problems: [],
  });
});

test("a film without captions is told", () => {
  const { problems } = read('<video src="film.mp4"></video>');
  expect(problems).toMatchObject([{ severity: "warning", place: "line 1", message: expect.stringContaining("has no captions") }]);
});

test("one that is not there is told with its line and the nearest name, and leaves its words", () => {
  const { blocks, problems } = read('\n<figure><audio src="tolk.mp3" title="A talk"></audio><figcaption>In Delft</figcaption></figure>');
  expect(blocks).toEqual([
    { type: "paragraph", children: [text("A talk")] },
    { type: "paragraph", children: [text("In Delft")] },
  ]);
  expect(problems).toMatchObject([{ place: "line 2", nearest: "talk.mp3", message: expect.stringContaining("tolk.mp3 is not there") }]);
});

test("one at another address is played where the settings allow it, and else a link that says how to", () => {
  expect(read('<audio src="http://cdn.example/a.mp3?x=1"></audio>').blocks).toEqual([
    { type: "audio", url: "https://cdn.example/a.mp3?x=1", mediaType: "audio/mpeg" },
  ]);
  const other = read('<audio src="https://evil.example/a.mp3"></audio>');
  expect(other.blocks).toEqual([
    { type: "paragraph", children: [{ type: "link", url: "https://evil.example/a.mp3", children: [text("https://evil.example/a.mp3")] }] },
  ]);
  expect(other.problems[0]?.remedy).toContain('"media-src": ["https://evil.example"]');
});

test.each(["javascript:alert(1)//.mp3", "data:audio/mpeg;base64,AA", "file:///etc/passwd.mp3"])("%s is never played", (address) => {
  for (const html of [`<audio src="${address}"></audio>`, `<img src="${address}" alt="x">`]) {
    const { blocks } = readHtml(html);
    expect(JSON.stringify(blocks)).not.toContain(address);
  }
});

test("a line of captions that cannot be read is told by file and line", () => {
  const { problems } = read('<audio src="bare.mp3"><track src="broken.vtt"></audio>');
  expect(problems).toMatchObject([{ file: "broken.vtt", place: "line 7" }]);
});

test("a list of pieces (HLS) stays an address of its own kind, without captions to be missed", () => {
  expect(read('<video src="https://cdn.example/live.m3u8"></video>')).toEqual({
    blocks: [{ type: "video", url: "https://cdn.example/live.m3u8", mediaType: "application/vnd.apple.mpegurl" }],
    problems: [],
    messages: [],
  });
});
