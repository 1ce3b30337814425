import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import { compile } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { installedProgram } from "../../../support/installedProgram.ts";

const FILES = join(import.meta.dirname, "../../../fixtures/recordings");

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-recordings-"));
  mkdirSync(join(folder, "content/articles"), { recursive: true });
  cpSync(FILES, join(folder, "content/articles"), { recursive: true });
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const put = (file: string, text: string) => writeFileSync(join(folder, "content", file), text);
const out = (file: string) => join(folder, "out", file);

const build = async (more: Partial<CompileOptions> = {}) => {
  const state = { folder: join(folder, "state"), version: "1" };
  const now = Date.parse("2026-02-01");
  const { problems } = await compile({ content: join(folder, "content"), out: join(folder, "out"), state, now, ...more });
  return problems.filter(({ place }) => place !== "url");
};

function story(slug: string): ArticlePage["article"] {
  const page: ArticlePage = JSON.parse(readFileSync(out(`data/article/${slug}.json`), "utf8"));
  return page.article;
}

const TONES = `---
headline: A tone
date: 2026-01-02
audio:
  file: tone.mp3
  kind: narration
---
It sounds.

![A tone](tone.mp3 "It hums | Ada")

<video src="film.mp4"></video>
`;

test("sounds and films are files of the site, with what their files tell of them", async () => {
  put("articles/tone.md", TONES);
  expect(await build()).toEqual([]);
  const { audio, body } = story("tone");
  const tone = {
    url: expect.stringMatching(/^\/media\/tone-[0-9a-f]{8}\.mp3$/u),
    mediaType: "audio/mpeg",
    size: 6416,
    duration: expect.closeTo(3, 0),
    chapters: [
      { start: 0, title: "The beginning" },
      { start: 1.5, title: "The end" },
    ],
    transcript: [
      { start: 0, end: 1, speaker: "Ada Keane", text: "A tone & nothing else." },
      { start: 1, end: 3, text: "It lasts three seconds." },
    ],
    captions: [{ url: expect.stringMatching(/^\/media\/tone-[0-9a-f]{8}\.vtt$/u) }],
  };
  expect(audio).toEqual({ kind: "narration", ...tone });
  expect(body.slice(1)).toMatchObject([
    { type: "audio", ...tone, title: "A tone", caption: [{ type: "text", text: "It hums" }], credit: "Ada" },
    { type: "video", mediaType: "video/mp4", duration: expect.closeTo(2, 0), width: 64, height: 48 },
  ]);
  expect(readFileSync(out(audio?.url.slice(1) ?? ""))).toEqual(readFileSync(join(FILES, "tone.mp3")));
  expect(readFileSync(out(audio?.captions?.[0]?.url.slice(1) ?? ""), "utf8")).toContain("<v Ada Keane>A tone &amp; nothing else.");
});

test("what only a draft plays is not published, and leaves with the last story that plays it", async () => {
  put("articles/tone.md", TONES);
  put("articles/draft.md", "---\nheadline: Not yet\ndate: 2026-01-02\ndraft: true\n---\n![Secret](film.mp4)\n\n![Other](secret.mp3)\n");
  writeFileSync(join(folder, "content/articles/secret.mp3"), "no sound");
  await build();
  expect(readdirSync(out("media")).filter((name) => name.startsWith("secret"))).toEqual([]);
  put("articles/tone.md", "---\nheadline: A tone\ndate: 2026-01-02\n---\nIt is silent.\n");
  await build();
  expect(existsSync(out("media"))).toBe(false);
});

test("a build that changes nothing gives the same, and one whose captions changed gives the new words", async () => {
  put("articles/tone.md", TONES);
  await build();
  const before = story("tone");
  await build();
  expect(story("tone")).toEqual(before);
  put("articles/tone.vtt", "WEBVTT\n\n00:00.000 --> 00:03.000\nAnother text.\n");
  await build();
  expect(story("tone").audio?.transcript).toEqual([{ start: 0, end: 3, text: "Another text." }]);
});

test("article JSON says the same, and reads back what a build wrote", async () => {
  const audio = {
    type: "audio",
    file: "tone.mp3",
    title: "A tone",
    chapters: [{ start: "0:01", title: "One" }],
    transcript: "First.\n\nSecond.",
  };
  put("articles/json.json", JSON.stringify({ headline: "J", datePublished: "2026-01-02", body: [audio] }));
  expect(await build()).toEqual([]);
  const [block] = story("json").body;
  expect(block).toMatchObject({
    type: "audio",
    chapters: [{ start: 1, title: "One" }],
    transcript: [{ text: "First." }, { text: "Second." }],
  });
  const own = { ...story("json"), slug: "again", id: "again", body: [{ ...block, file: "tone.mp3", captions: undefined }] };
  put("articles/again.json", JSON.stringify(own));
  await build();
  expect(story("again").body).toEqual([block]);
});

test("a sound that cannot be read, and one that is not there, are told; the story stands", async () => {
  put("articles/broken.md", "---\nheadline: B\ndate: 2026-01-02\n---\nText.\n\n![Broken](broken.mp3)\n\n![Gone](gone.mp3)\n");
  writeFileSync(join(folder, "content/articles/broken.mp3"), "This is no sound.");
  const problems = await build();
  expect(problems).toMatchObject([
    { file: "articles/broken.md", place: "line 9", message: expect.stringContaining("gone.mp3 is not there") },
    { file: "articles/broken.md", message: expect.stringContaining("broken.mp3 cannot be read and may be broken") },
  ]);
  expect(story("broken").body).toMatchObject([
    { type: "paragraph" },
    { type: "audio", title: "Broken" },
    { type: "paragraph", children: [{ text: "Gone" }] },
  ]);
});

test("a file that is no recording is not published as one, whatever a story says that it is", async () => {
  put("articles/draft.md", "---\nheadline: Not yet\ndate: 2026-01-02\ndraft: true\n---\nThe secret.\n");
  put("articles/script.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
  put("articles/page.mp3?.html", "<script>alert(1)</script>");
  put(".env", "PASSWORD=secret");
  const audio = [
    { type: "audio", file: "draft.md", mediaType: "audio/mpeg" },
    { type: "video", url: "/.env" },
  ];
  put("articles/json.json", JSON.stringify({ headline: "J", datePublished: "2026-01-02", body: audio }));
  put(
    "articles/story.md",
    '---\nheadline: S\ndate: 2026-01-02\naudio: ../edition.json\n---\nWords.\n\n<audio src="script.svg"></audio>\n\n<video><source src="page.mp3%3F.html" type="video/mp4"></video>\n',
  );
  put("edition.json", "{}");
  const problems = await build();
  expect(existsSync(out("media"))).toBe(false);
  const refused = problems.filter(({ message }) => message.includes("does not have the ending of a recording, such as .mp3, .m4a or .mp4"));
  expect(refused.map(({ file }) => file).toSorted()).toEqual([
    ...Array.from({ length: 2 }, () => "articles/json.json"),
    ...Array.from({ length: 3 }, () => "articles/story.md"),
  ]);
  expect(story("story")).not.toHaveProperty("audio");
});

test("what only some browsers play, such as a book that is read, is published too", async () => {
  const types = { m4b: "audio/mp4", mpga: "audio/mpeg", mka: "audio/x-matroska", mkv: "video/x-matroska", "3gp": "video/3gpp" };
  for (const [ending, type] of Object.entries(types))
    cpSync(join(FILES, type.startsWith("audio/") ? "tone.mp3" : "film.mp4"), join(folder, `content/articles/part.${ending}`));
  const parts = Object.keys(types).map((ending) => `![Part](part.${ending})`);
  put("articles/book.md", `---\nheadline: A book\ndate: 2026-01-02\n---\n${parts.join("\n\n")}\n`);
  await build();
  expect(story("book").body).toMatchObject(
    Object.entries(types).map(([ending, mediaType]) => ({
      type: mediaType.replace(/\/.*/u, ""),
      url: expect.stringMatching(new RegExp(`^/media/part-[0-9a-f]{8}\\.${ending}$`, "u")),
      mediaType,
    })),
  );
});

describe("a film without a poster", () => {
  const FILM = '---\nheadline: A film\ndate: 2026-01-02\n---\nIt moves.\n\n<video src="film.mp4"></video>\n';

  test("gets a frame of it, made once, where FFmpeg is at hand", async () => {
    installedProgram("/usr/bin/ffmpeg", "ffmpeg");
    put("articles/film.md", FILM);
    expect(await build()).toEqual([]);
    const [, film] = story("film").body;
    if (film?.type !== "video" || film.poster === undefined) throw new Error("It has no poster.");
    expect(film.poster).toMatch(/^\/media\/film-[0-9a-f]{8}-poster-[0-9a-f]{8}\.jpg$/u);
    const { width, height, format } = await sharp(out(film.poster)).metadata();
    expect([format, width, height]).toEqual(["jpeg", film.width, film.height]);
    const kept = join(folder, "content/.broadsheet/posters");
    const [name = ""] = readdirSync(kept);
    const before = statSync(join(kept, name)).mtimeMs;
    put("articles/film.md", FILM.replace("It moves", "It moves on"));
    await build();
    expect(statSync(join(kept, name)).mtimeMs).toBe(before);
    const [, again] = story("film").body;
    expect(again).toMatchObject({ poster: film.poster });
    expect(existsSync(out(film.poster))).toBe(true);
  });

  test("has none where FFmpeg is not at hand, which is said once", async () => {
    put("articles/film.md", FILM);
    put("articles/film2.md", FILM.replace("film.mp4", "film2.mp4").replace("A film", "Another film"));
    cpSync(join(FILES, "film.vtt"), join(folder, "content/articles/film2.vtt"));
    writeFileSync(join(folder, "content/articles/film2.mp4"), Buffer.concat([readFileSync(join(FILES, "film.mp4")), Buffer.alloc(8)]));
    vi.stubEnv("PATH", join(folder, "empty"));
    const problems = await build();
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      expect.stringMatching(
        /^notice: 2 films, such as film2?\.mp4, have no poster, and none could be made: ffmpeg is not on this machine\.$/u,
      ),
    ]);
    expect(story("film").body[1]).not.toHaveProperty("poster");
  });

  /** Where FFmpeg is asked for a frame, it notes with what, and fails. */
  const failing = () => {
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin/ffmpeg"), '#!/bin/sh\necho "$@" > "$(dirname "$0")/asked"\necho broken >&2\nexit 1\n');
    chmodSync(join(folder, "bin/ffmpeg"), 0o755);
    vi.stubEnv("PATH", `${join(folder, "bin")}:/bin:/usr/bin`);
  };

  test("has none where FFmpeg fails, which is named with it", async () => {
    failing();
    put("articles/film.md", FILM);
    const problems = await build();
    expect(problems.map(({ message }) => message)).toEqual([
      "The film film.mp4 has no poster, and none could be made: ffmpeg ended with 1 (“broken”).",
    ]);
    // Whatever the file says, FFmpeg reads it alone, and as what it was found to be.
    expect(readFileSync(join(folder, "bin/asked"), "utf8")).toMatch(/ -protocol_whitelist file -f mov .*-i file:\//u);
  });

  test("is left as it is by those who only look", async () => {
    failing();
    put("articles/film.md", FILM);
    expect(await build({ encode: false })).toEqual([]);
    expect(existsSync(join(folder, "bin/asked"))).toBe(false);
    expect(story("film").body[1]).toMatchObject({ type: "video", width: 64 });
  });

  test("has a poster that is published only where it is: not that of a file that was joined with another", async () => {
    installedProgram("/usr/bin/ffmpeg", "ffmpeg");
    const named = FILM.replace("---\n", "---\nid: one\n");
    put("articles/film.md", named);
    put("articles/again.md", named.replace("film.mp4", "other.mp4").replace("2026-01-02", "2026-01-03"));
    writeFileSync(join(folder, "content/articles/other.mp4"), Buffer.concat([readFileSync(join(FILES, "film.mp4")), Buffer.alloc(8)]));
    await build();
    expect(
      readdirSync(out("media"))
        .filter((name) => /\.(?:mp4|jpg)$/u.test(name))
        .toSorted(),
    ).toEqual([expect.stringMatching(/^film-[0-9a-f]{8}-poster-[0-9a-f]{8}\.jpg$/u), expect.stringMatching(/^film-[0-9a-f]{8}\.mp4$/u)]);
  });

  test("is left to the poster that it names", async () => {
    writeFileSync(join(folder, "content/articles/still.svg"), '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
    put("articles/film.md", FILM.replace("<video ", '<video poster="still.svg" '));
    await build();
    expect(story("film").body[1]).toMatchObject({ poster: expect.stringMatching(/^\/pictures\/still-/u) });
    expect(existsSync(join(folder, "content/.broadsheet/posters"))).toBe(false);
  });
});
