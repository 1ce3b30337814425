import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFeed } from "podcast-partytime";
import sharp from "sharp";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import type { Problem } from "#compiler/draft/problem.ts";

const FILES = join(import.meta.dirname, "../../fixtures/recordings");

let folder: string;
let problems: Problem[];
const put = (file: string, text: string | Uint8Array) => writeFileSync(join(folder, "content", file), text);
const out = (file: string) => join(folder, "out", file);
const read = (file: string) => readFileSync(out(file), "utf8");

const story = (fields: string, text = "Words & more.") => `---\n${fields}\n---\n${text}\n`;

async function build(settings: object): Promise<void> {
  put("edition.json", JSON.stringify({ name: "The Post", url: "https://post.example/", ...settings }));
  ({ problems } = await compile({ content: join(folder, "content"), out: join(folder, "out"), now: Date.parse("2026-02-01") }));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-podcasts-"));
  mkdirSync(join(folder, "content"));
  cpSync(FILES, join(folder, "content"), { recursive: true });
  put(
    "one.md",
    story(
      'id: "post-1"\nheadline: "One < two & three"\ndate: 2026-01-01\nsection: Science\ntopics: [Sound]\nauthors: [Ada Keane]\nseries: { name: Tones, part: 1 }\naudio: { file: tone.mp3, title: "Episode 1", season: 1, episode: 1 }',
    ),
  );
  put("two.md", story('headline: Two\ndate: 2026-01-02\nseries: Tones\naudio: { file: tone.mp3, guid: "urn:old:2", explicit: true }'));
  put("read.md", story("headline: Read\ndate: 2026-01-03\ntopics: [Quiet]\naudio: { file: tone.mp3, kind: narration }"));
  put(
    "cover.png",
    await sharp({ create: { width: 1400, height: 1400, channels: 3, background: "navy" } })
      .png()
      .toBuffer(),
  );
  await build({
    podcast: { title: "Post Talk", author: "The desk", email: "talk@post.example", category: "News > Daily News", image: "cover.png" },
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** As a parser reads it that is no part of what wrote it, and knows the rules of both namespaces. */
function podcastAt(file: string) {
  const xml = read(file);
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  const feed = parseFeed(xml);
  if (!feed) throw new Error(`${file} is no podcast.`);
  return feed;
}

test("the edition has a podcast of its episodes, the newest first, which a parser of podcasts reads", () => {
  expect(problems.filter(({ file }) => file === "edition.json")).toEqual([]);
  const feed = podcastAt("podcast.xml");
  expect(feed).toMatchObject({
    title: "Post Talk",
    author: "The desk",
    owner: { name: "The desk", email: "talk@post.example" },
    explicit: false,
    itunesType: "episodic",
    medium: "podcast",
    itunesCategory: ["News > Daily News"],
    itunesImage: expect.stringMatching(/^https:\/\/post\.example\/media\/cover-[0-9a-f]{8}\.png$/u),
  });
  expect(feed.items.map(({ guid }) => guid)).toEqual(["urn:old:2", "post-1"]);
  expect(feed.items.map(({ explicit }) => explicit)).toEqual([true, false]);
  expect(feed.items[1]).toMatchObject({
    title: "Episode 1",
    link: "https://post.example/article/one",
    enclosure: { url: expect.stringMatching(/^https:\/\/post\.example\/media\/tone-[0-9a-f]{8}\.mp3$/u), length: 6416, type: "audio/mpeg" },
    duration: 3,
    itunesEpisode: 1,
    itunesSeason: 1,
    podcastEpisode: { number: 1 },
    podcastSeason: { number: 1 },
    podcastChapters: { url: "https://post.example/media/one.chapters.json", type: "application/json+chapters" },
    podcastTranscripts: [{ url: expect.stringMatching(/\/media\/tone-[0-9a-f]{8}\.vtt$/u), type: "text/vtt", rel: "captions" }],
    podcastPeople: [{ name: "Ada Keane", href: "https://post.example/author/ada-keane" }],
  });
});

test("what a feed names is there", () => {
  const [episode] = podcastAt("podcast.xml").items.slice(1);
  expect(JSON.parse(read("media/one.chapters.json"))).toEqual({
    version: "1.2.0",
    chapters: [
      { startTime: 0, title: "The beginning" },
      { startTime: 1.5, title: "The end" },
    ],
  });
  const file = new URL(episode?.podcastTranscripts?.[0]?.url ?? "").pathname.slice(1);
  expect(read(file)).toMatch(/^WEBVTT\n/u);
});

test("section, topic, author and series with episodes have one of their own; those without have none", () => {
  for (const path of ["section/science", "topic/sound", "author/ada-keane"])
    expect(podcastAt(`${path}/podcast.xml`).items.map(({ guid }) => guid)).toEqual(["post-1"]);
  expect(podcastAt("series/tones/podcast.xml").items.map(({ guid }) => guid)).toEqual(["urn:old:2", "post-1"]);
  expect(existsSync(out("topic/quiet/podcast.xml"))).toBe(false);
  expect(JSON.parse(read("data/series/tones.json"))).toMatchObject({ podcast: true });
  expect(JSON.parse(read("data/topic/sound.json"))).toMatchObject({ podcast: true });
  expect(JSON.parse(read("data/topic/quiet.json"))).not.toHaveProperty("podcast");
});

test("each podcast has a guid made of its address, which stays", async () => {
  expect(read("podcast.xml")).toMatch(/<podcast:guid>[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}<\/podcast:guid>/u);
  const guid = podcastAt("podcast.xml").guid;
  await build({ podcast: { guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810" } });
  expect(podcastAt("podcast.xml").guid).toBe("917393e3-1b1e-5cef-ace4-edaa54e1f810");
  expect(podcastAt("series/tones/podcast.xml").guid).not.toBe(guid);
  expect(problems.find(({ place }) => place === "podcast.image")?.severity).toBe("notice");
});
