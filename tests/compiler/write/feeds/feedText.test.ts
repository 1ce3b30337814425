import { expect, test } from "vitest";
import type { Feed } from "#compiler/write/feeds/feed.ts";
import { feedText } from "#compiler/write/feeds/feedText.ts";

const item: Feed["items"][number] = {
  url: "https://example.org/article/a",
  title: "A & B",
  published: new Date("2024-04-22T07:10:00Z"),
  updated: new Date("2024-04-23T09:30:00Z"),
  language: "en",
  summary: "A < B",
  html: "<p>Words &amp; more.</p>",
  authors: ["Ann", "B & C"],
  categories: ["Science", "Mars"],
  image: { url: "https://example.org/pictures/a.png", type: "image/png", size: 6 },
  discussion: "https://forum.example/1",
};

/** Of two stories: one with everything that a feed can have, and one in another language with as little as possible. */
const feed: Feed = {
  title: "The Paper: Mars",
  description: "All about it",
  publisher: "The Paper",
  home: "https://example.org/topic/mars",
  addresses: {
    rss: "https://example.org/topic/mars/feed.xml",
    atom: "https://example.org/topic/mars/atom.xml",
    json: "https://example.org/topic/mars/feed.json",
  },
  icon: "https://example.org/icon-512.png",
  hub: "https://hub.example/",
  language: "en",
  updated: new Date("2024-04-23T09:30:00Z"),
  items: [
    item,
    {
      ...item,
      url: "https://example.org/article/b",
      title: "B",
      language: "de",
      html: undefined,
      authors: [],
      categories: [],
      image: { url: "https://example.org/pictures/b.png", type: "image/png", size: 0 },
      discussion: undefined,
    },
  ],
};

test("the text of a feed in RSS", () => {
  expect(feedText(feed, "rss")).toBe(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>The Paper: Mars</title>
    <link>https://example.org/topic/mars</link>
    <description>All about it</description>
    <language>en</language>
    <lastBuildDate>Tue, 23 Apr 2024 09:30:00 GMT</lastBuildDate>
    <generator>Broadsheet</generator>
    <image>
      <url>https://example.org/icon-512.png</url>
      <title>The Paper: Mars</title>
      <link>https://example.org/topic/mars</link>
    </image>
    <atom:link href="https://example.org/topic/mars/feed.xml" rel="self" type="application/rss+xml"/>
    <atom:link href="https://hub.example/" rel="hub"/>
    <item>
      <title>
        <![CDATA[A & B]]>
      </title>
      <link>https://example.org/article/a</link>
      <description>
        <![CDATA[A &lt; B]]>
      </description>
      <category>Science</category>
      <category>Mars</category>
      <comments>https://forum.example/1</comments>
      <enclosure url="https://example.org/pictures/a.png" length="6" type="image/png"/>
      <guid isPermaLink="true">https://example.org/article/a</guid>
      <pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate>
      <dc:creator>Ann</dc:creator>
      <dc:creator>
        <![CDATA[B & C]]>
      </dc:creator>
      <content:encoded>
        <![CDATA[<p>Words &amp; more.</p>]]>
      </content:encoded>
    </item>
    <item>
      <title>B</title>
      <link>https://example.org/article/b</link>
      <description>
        <![CDATA[A &lt; B]]>
      </description>
      <enclosure url="https://example.org/pictures/b.png" length="0" type="image/png"/>
      <guid isPermaLink="true">https://example.org/article/b</guid>
      <pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate>
    </item>
  </channel>
</rss>
`);
});

test("the text of a feed in Atom", () => {
  expect(feedText(feed, "atom")).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <author>
    <name>The Paper</name>
  </author>
  <generator>Broadsheet</generator>
  <icon>https://example.org/icon-512.png</icon>
  <id>https://example.org/topic/mars</id>
  <link href="https://example.org/topic/mars" rel="alternate" type="text/html"/>
  <link href="https://example.org/topic/mars/atom.xml" rel="self" type="application/atom+xml"/>
  <link href="https://hub.example/" rel="hub"/>
  <subtitle type="text">All about it</subtitle>
  <title type="text">The Paper: Mars</title>
  <updated>2024-04-23T09:30:00.000Z</updated>
  <entry>
    <author>
      <name>Ann</name>
    </author>
    <author>
      <name>
        <![CDATA[B & C]]>
      </name>
    </author>
    <category term="Science"/>
    <category term="Mars"/>
    <content type="html">
      <![CDATA[<p>Words &amp; more.</p>]]>
    </content>
    <id>https://example.org/article/a</id>
    <link href="https://example.org/article/a" rel="alternate" type="text/html"/>
    <link href="https://example.org/pictures/a.png" rel="enclosure" type="image/png" length="6"/>
    <published>2024-04-22T07:10:00.000Z</published>
    <summary type="text">
      <![CDATA[A < B]]>
    </summary>
    <title type="text">
      <![CDATA[A & B]]>
    </title>
    <updated>2024-04-23T09:30:00.000Z</updated>
  </entry>
  <entry xml:lang="de">
    <id>https://example.org/article/b</id>
    <link href="https://example.org/article/b" rel="alternate" type="text/html"/>
    <link href="https://example.org/pictures/b.png" rel="enclosure" type="image/png"/>
    <published>2024-04-22T07:10:00.000Z</published>
    <summary type="text">
      <![CDATA[A < B]]>
    </summary>
    <title type="text">B</title>
    <updated>2024-04-23T09:30:00.000Z</updated>
  </entry>
</feed>
`);
});

test("the text of a feed in JSON Feed", () => {
  expect(JSON.parse(feedText(feed, "json"))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Paper: Mars",
    description: "All about it",
    home_page_url: "https://example.org/topic/mars",
    feed_url: "https://example.org/topic/mars/feed.json",
    icon: "https://example.org/icon-512.png",
    hubs: [{ type: "WebSub", url: "https://hub.example/" }],
    language: "en",
    authors: [{ name: "The Paper" }],
    items: [
      {
        id: "https://example.org/article/a",
        url: "https://example.org/article/a",
        title: "A & B",
        summary: "A < B",
        content_html: "<p>Words &amp; more.</p>",
        date_published: "2024-04-22T07:10:00.000Z",
        date_modified: "2024-04-23T09:30:00.000Z",
        authors: [{ name: "Ann" }, { name: "B & C" }],
        tags: ["Science", "Mars"],
        image: "https://example.org/pictures/a.png",
      },
      {
        id: "https://example.org/article/b",
        url: "https://example.org/article/b",
        title: "B",
        summary: "A < B",
        content_text: "A < B",
        date_published: "2024-04-22T07:10:00.000Z",
        date_modified: "2024-04-23T09:30:00.000Z",
        authors: [],
        tags: [],
        image: "https://example.org/pictures/b.png",
        language: "de",
      },
    ],
  });
});
