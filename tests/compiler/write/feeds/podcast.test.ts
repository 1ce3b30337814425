import { expect, test } from "vitest";
import type { Article } from "#content/article.ts";
import type { Episode } from "#content/recording.ts";
import { PreviousSite } from "#compiler/output/previousSite.ts";
import type { FeedSetting } from "#compiler/write/feeds/feed.ts";
import { chaptersJson, episodesOf, podcast, type PodcastList } from "#compiler/write/feeds/podcast.ts";
import { anEdition } from "../../../support/anArticle.ts";
import { makeArticle, makeArticles } from "../../../support/makeArticle.ts";
import { makeSettings } from "../../../support/makeSettings.ts";

const setting = (json: object = {}): FeedSetting => ({
  edition: { ...anEdition, tagline: "News of the coast" },
  settings: makeSettings(json),
  site: { url: "https://post.example/", base: "/" },
  output: { size: () => undefined, expect: () => {}, keep: () => false, before: new PreviousSite("/nowhere", false) },
});

const COVER = "https://post.example/cover.png";

/** An episode with everything that one can have, and one with as little as possible. */
const full: Episode = {
  kind: "episode",
  url: "/media/tone.mp3",
  mediaType: "audio/mp4",
  size: 6416,
  duration: 61.6,
  title: "Episode <1>",
  guid: "urn:old:1",
  season: 2,
  episode: 3,
  explicit: true,
  captions: [{ url: "/media/tone.vtt", language: "en" }, { url: "/media/tone.de.vtt" }],
  chapters: [
    { start: 0, title: "The beginning" },
    { start: 1.5, title: "The end" },
  ],
};

const stories: Article[] = [
  makeArticle({ slug: "read", audio: { kind: "narration", url: "/media/read.mp3" } }),
  makeArticle({ slug: "bare", audio: { kind: "episode", url: "/media/bare.mp3" } }),
  makeArticle({
    slug: "full",
    headline: "Full",
    standfirst: "A & B",
    datePublished: "2024-04-23T07:10:00Z",
    authors: [
      { slug: "ann", name: "Ann", kind: "person" },
      { slug: "bob", name: "Bob", kind: "person" },
    ],
    audio: full,
  }),
];

const episodes = episodesOf(stories.map((article) => ({ article })));

const textOf = (list: PodcastList, json: object = {}) => podcast(list, episodes, setting(json), COVER);

test("the podcast of an edition that says all about itself", () => {
  const about = {
    title: "Post Talk",
    description: "What we talk about",
    author: "The desk",
    email: "talk@post.example",
    category: "News > Daily News",
    guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
    type: "serial",
  };
  expect(textOf({ kind: "latest", slug: "", name: "Latest" }, { podcast: about, feeds: { fullText: true } }))
    .toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>Post Talk</title>
    <link>https://post.example/</link>
    <description>What we talk about</description>
    <language>en</language>
    <lastBuildDate>Tue, 23 Apr 2024 07:10:00 GMT</lastBuildDate>
    <generator>Broadsheet</generator>
    <image>
      <url>https://post.example/cover.png</url>
      <title>Post Talk</title>
      <link>https://post.example/</link>
    </image>
    <atom:link href="https://post.example/podcast.xml" rel="self" type="application/rss+xml"/>
    <itunes:image href="https://post.example/cover.png"/>
    <itunes:category text="News">
      <itunes:category text="Daily News"/>
    </itunes:category>
    <itunes:explicit>no</itunes:explicit>
    <itunes:author>The desk</itunes:author>
    <itunes:type>serial</itunes:type>
    <itunes:owner>
      <itunes:name>The desk</itunes:name>
      <itunes:email>talk@post.example</itunes:email>
    </itunes:owner>
    <podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
    <podcast:medium>podcast</podcast:medium>
    <item>
      <title>
        <![CDATA[Episode <1>]]>
      </title>
      <link>https://post.example/article/full</link>
      <description>
        <![CDATA[A &amp; B]]>
      </description>
      <enclosure url="https://post.example/media/tone.mp3" length="6416" type="audio/mp4"/>
      <guid isPermaLink="false">urn:old:1</guid>
      <pubDate>Tue, 23 Apr 2024 07:10:00 GMT</pubDate>
      <content:encoded>
        <![CDATA[<p>Words of full.</p>]]>
      </content:encoded>
      <itunes:duration>62</itunes:duration>
      <itunes:explicit>yes</itunes:explicit>
      <itunes:author>Ann, Bob</itunes:author>
      <itunes:episode>3</itunes:episode>
      <itunes:season>2</itunes:season>
      <itunes:episodeType>full</itunes:episodeType>
      <podcast:transcript url="https://post.example/media/tone.vtt" type="text/vtt" language="en" rel="captions"/>
      <podcast:transcript url="https://post.example/media/tone.de.vtt" type="text/vtt" rel="captions"/>
      <podcast:chapters url="https://post.example/media/full.chapters.json" type="application/json+chapters"/>
      <podcast:person href="https://post.example/author/ann">Ann</podcast:person>
      <podcast:person href="https://post.example/author/bob">Bob</podcast:person>
      <podcast:season>2</podcast:season>
      <podcast:episode>3</podcast:episode>
    </item>
    <item>
      <title>Headline of bare</title>
      <link>https://post.example/article/bare</link>
      <description>Words of bare.</description>
      <enclosure url="https://post.example/media/bare.mp3" length="0" type="audio/mpeg"/>
      <guid isPermaLink="false">bare</guid>
      <pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate>
      <content:encoded>
        <![CDATA[<p>Words of bare.</p>]]>
      </content:encoded>
      <itunes:explicit>no</itunes:explicit>
      <itunes:episodeType>full</itunes:episodeType>
    </item>
  </channel>
</rss>
`);
});

test("the podcast of a topic of an edition that says nothing", () => {
  expect(textOf({ kind: "topic", slug: "sound", name: "Sound" })).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>The Paper: Sound</title>
    <link>https://post.example/topic/sound</link>
    <description>News of the coast</description>
    <language>en</language>
    <lastBuildDate>Tue, 23 Apr 2024 07:10:00 GMT</lastBuildDate>
    <generator>Broadsheet</generator>
    <image>
      <url>https://post.example/cover.png</url>
      <title>The Paper: Sound</title>
      <link>https://post.example/topic/sound</link>
    </image>
    <atom:link href="https://post.example/topic/sound/podcast.xml" rel="self" type="application/rss+xml"/>
    <itunes:image href="https://post.example/cover.png"/>
    <itunes:category text="News"/>
    <itunes:explicit>no</itunes:explicit>
    <itunes:author>The Paper</itunes:author>
    <itunes:type>episodic</itunes:type>
    <podcast:guid>7a50439a-b56a-5ad8-8948-c8f418b6c97f</podcast:guid>
    <podcast:medium>podcast</podcast:medium>
    <item>
      <title>
        <![CDATA[Episode <1>]]>
      </title>
      <link>https://post.example/article/full</link>
      <description>
        <![CDATA[A &amp; B]]>
      </description>
      <enclosure url="https://post.example/media/tone.mp3" length="6416" type="audio/mp4"/>
      <guid isPermaLink="false">urn:old:1</guid>
      <pubDate>Tue, 23 Apr 2024 07:10:00 GMT</pubDate>
      <itunes:duration>62</itunes:duration>
      <itunes:explicit>yes</itunes:explicit>
      <itunes:author>Ann, Bob</itunes:author>
      <itunes:episode>3</itunes:episode>
      <itunes:season>2</itunes:season>
      <itunes:episodeType>full</itunes:episodeType>
      <podcast:transcript url="https://post.example/media/tone.vtt" type="text/vtt" language="en" rel="captions"/>
      <podcast:transcript url="https://post.example/media/tone.de.vtt" type="text/vtt" rel="captions"/>
      <podcast:chapters url="https://post.example/media/full.chapters.json" type="application/json+chapters"/>
      <podcast:person href="https://post.example/author/ann">Ann</podcast:person>
      <podcast:person href="https://post.example/author/bob">Bob</podcast:person>
      <podcast:season>2</podcast:season>
      <podcast:episode>3</podcast:episode>
    </item>
    <item>
      <title>Headline of bare</title>
      <link>https://post.example/article/bare</link>
      <description>Words of bare.</description>
      <enclosure url="https://post.example/media/bare.mp3" length="0" type="audio/mpeg"/>
      <guid isPermaLink="false">bare</guid>
      <pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate>
      <itunes:explicit>no</itunes:explicit>
      <itunes:episodeType>full</itunes:episodeType>
    </item>
  </channel>
</rss>
`);
});

test("the podcast of a language is in that language, and a list describes itself", () => {
  expect(textOf({ kind: "language", slug: "de", name: "Deutsch" })).toContain("<language>de</language>");
  expect(textOf({ kind: "series", slug: "tones", name: "Tones", description: "Of tones" }, { podcast: { description: "All" } })).toContain(
    "<description>Of tones</description>",
  );
  expect(textOf({ kind: "topic", slug: "sound", name: "Sound" }, { podcast: { description: "All" } })).toContain(
    "<description>All</description>",
  );
});

test("a feed keeps the newest 300 episodes", () => {
  const many = makeArticles(302, (index) => ({ audio: { kind: "episode", url: `/media/${index}.mp3` } }));
  const kept = episodesOf(many.map((article) => ({ article }))).map(({ article }) => article.slug);
  expect([kept.length, kept[0], kept.at(-1)]).toEqual([300, "story-0302", "story-0003"]);
});

test("chapters have their starts and titles", () => {
  expect(JSON.parse(chaptersJson(full))).toEqual({
    version: "1.2.0",
    chapters: [
      { startTime: 0, title: "The beginning" },
      { startTime: 1.5, title: "The end" },
    ],
  });
  expect(JSON.parse(chaptersJson({ kind: "episode", url: "/a.mp3" }))).toEqual({ version: "1.2.0", chapters: [] });
});
