import { expect, test } from "vitest";
import { opdsAtom } from "#compiler/write/opds/opdsAtom.ts";
import type { Catalogue, Publication } from "#compiler/write/opds/opdsCatalogue.ts";
import { opdsJson } from "#compiler/write/opds/opdsJson.ts";

const common = {
  publisher: "The Paper",
  language: "en",
  updated: new Date("2024-04-23T09:30:00Z"),
  address: (kind: string, slug: string, format: string) => `https://example.org/${kind}/${slug}.${format}`,
  icon: "https://example.org/icon-512.png",
};

const story: Publication = {
  id: "https://example.org/article/a",
  title: "A & B",
  url: "https://example.org/article/a.epub",
  size: 1200,
  page: "https://example.org/article/a",
  published: "2024-04-22T07:10:00Z",
  updated: new Date("2024-04-22T08:00:00Z"),
  language: "de",
  authors: ["Ann", "Bob"],
  subjects: ["Science", "Mars & Moon"],
  summary: "A < B",
  picture: { url: "https://example.org/media/a.jpg", type: "image/jpeg", width: 300, height: 200 },
};

const issue: Publication = {
  id: "https://example.org/issues/1",
  title: "Issue 1",
  url: "https://example.org/issues/1.epub",
  size: 0,
  published: "2024-04-22",
  updated: new Date("2024-04-22T08:00:00Z"),
  language: "en",
  authors: [],
  subjects: [],
  issueOf: "The Paper",
};

const navigation: Catalogue = {
  ...common,
  kind: "root",
  slug: "",
  title: "The Paper",
  links: [
    { title: "Latest", kind: "latest", slug: "", isList: true, count: 2 },
    { title: "Topics & more", kind: "topics", slug: "", isList: false, count: 3 },
  ],
};

const publications: Catalogue = { ...common, kind: "topic", slug: "mars", title: "Mars", up: "topics", publications: [story, issue] };

test("a catalogue of catalogues in OPDS 1.2", () => {
  expect(opdsAtom(navigation).replaceAll("><", ">\n<")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/" xml:lang="en">
<id>https://example.org/root/.atom</id>
<title>The Paper</title>
<updated>2024-04-23T09:30:00.000Z</updated>
<author>
<name>The Paper</name>
</author>
<icon>https://example.org/icon-512.png</icon>
<link rel="self" href="https://example.org/root/.atom" type="application/atom+xml;profile=opds-catalog;kind=navigation"/>
<link rel="start" href="https://example.org/root/.atom" type="application/atom+xml;profile=opds-catalog;kind=navigation"/>
<link rel="alternate" href="https://example.org/root/.json" type="application/opds+json"/>
<entry>
<id>https://example.org/latest/.atom</id>
<title>Latest</title>
<updated>2024-04-23T09:30:00.000Z</updated>
<content type="text">2</content>
<link rel="http://opds-spec.org/sort/new" href="https://example.org/latest/.atom" type="application/atom+xml;profile=opds-catalog;kind=acquisition"/>
</entry>
<entry>
<id>https://example.org/topics/.atom</id>
<title>Topics &amp; more</title>
<updated>2024-04-23T09:30:00.000Z</updated>
<content type="text">3</content>
<link rel="subsection" href="https://example.org/topics/.atom" type="application/atom+xml;profile=opds-catalog;kind=navigation"/>
</entry>
</feed>
`);
});

test("a catalogue of stories and issues in OPDS 1.2", () => {
  expect(opdsAtom(publications).replaceAll("><", ">\n<")).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/" xml:lang="en">
<id>https://example.org/topic/mars.atom</id>
<title>Mars</title>
<updated>2024-04-23T09:30:00.000Z</updated>
<author>
<name>The Paper</name>
</author>
<icon>https://example.org/icon-512.png</icon>
<link rel="self" href="https://example.org/topic/mars.atom" type="application/atom+xml;profile=opds-catalog;kind=acquisition"/>
<link rel="start" href="https://example.org/root/.atom" type="application/atom+xml;profile=opds-catalog;kind=navigation"/>
<link rel="up" href="https://example.org/topics/.atom" type="application/atom+xml;profile=opds-catalog;kind=navigation"/>
<link rel="alternate" href="https://example.org/topic/mars.json" type="application/opds+json"/>
<entry>
<id>https://example.org/article/a</id>
<title>A &amp; B</title>
<updated>2024-04-22T08:00:00.000Z</updated>
<published>2024-04-22T07:10:00Z</published>
<author>
<name>Ann</name>
</author>
<author>
<name>Bob</name>
</author>
<dc:language>de</dc:language>
<dc:publisher>The Paper</dc:publisher>
<dc:issued>2024-04-22T07:10:00Z</dc:issued>
<category term="Science" label="Science"/>
<category term="Mars &amp; Moon" label="Mars &amp; Moon"/>
<summary type="text">A &lt; B</summary>
<link rel="http://opds-spec.org/image" href="https://example.org/media/a.jpg" type="image/jpeg"/>
<link rel="http://opds-spec.org/image/thumbnail" href="https://example.org/media/a.jpg" type="image/jpeg"/>
<link rel="alternate" href="https://example.org/article/a" type="text/html"/>
<link rel="http://opds-spec.org/acquisition/open-access" href="https://example.org/article/a.epub" type="application/epub+zip" length="1200"/>
</entry>
<entry>
<id>https://example.org/issues/1</id>
<title>Issue 1</title>
<updated>2024-04-22T08:00:00.000Z</updated>
<dc:language>en</dc:language>
<dc:publisher>The Paper</dc:publisher>
<dc:issued>2024-04-22</dc:issued>
<link rel="http://opds-spec.org/acquisition/open-access" href="https://example.org/issues/1.epub" type="application/epub+zip"/>
</entry>
</feed>
`);
});

test("a catalogue of catalogues in OPDS 2", () => {
  expect(JSON.parse(opdsJson(navigation))).toEqual({
    metadata: { title: "The Paper", modified: "2024-04-23T09:30:00.000Z", numberOfItems: 2 },
    links: [
      { rel: "self", href: "https://example.org/root/.json", type: "application/opds+json" },
      { rel: "start", href: "https://example.org/root/.json", type: "application/opds+json" },
      { rel: "alternate", href: "https://example.org/root/.atom", type: "application/atom+xml;profile=opds-catalog" },
    ],
    navigation: [
      {
        title: "Latest",
        href: "https://example.org/latest/.json",
        type: "application/opds+json",
        rel: "http://opds-spec.org/sort/new",
        properties: { numberOfItems: 2 },
      },
      {
        title: "Topics & more",
        href: "https://example.org/topics/.json",
        type: "application/opds+json",
        rel: "subsection",
        properties: { numberOfItems: 3 },
      },
    ],
  });
});

test("a catalogue of stories and issues in OPDS 2", () => {
  expect(JSON.parse(opdsJson(publications))).toEqual({
    metadata: { title: "Mars", modified: "2024-04-23T09:30:00.000Z", numberOfItems: 2 },
    links: [
      { rel: "self", href: "https://example.org/topic/mars.json", type: "application/opds+json" },
      { rel: "start", href: "https://example.org/root/.json", type: "application/opds+json" },
      { rel: "up", href: "https://example.org/topics/.json", type: "application/opds+json" },
      { rel: "alternate", href: "https://example.org/topic/mars.atom", type: "application/atom+xml;profile=opds-catalog" },
    ],
    publications: [
      {
        metadata: {
          "@type": "http://schema.org/NewsArticle",
          identifier: "https://example.org/article/a",
          title: "A & B",
          author: ["Ann", "Bob"],
          publisher: "The Paper",
          language: "de",
          published: "2024-04-22T07:10:00Z",
          modified: "2024-04-22T08:00:00.000Z",
          description: "A < B",
          subject: ["Science", "Mars & Moon"],
        },
        links: [
          {
            rel: "http://opds-spec.org/acquisition/open-access",
            href: "https://example.org/article/a.epub",
            type: "application/epub+zip",
            size: 1200,
          },
          { rel: "alternate", href: "https://example.org/article/a", type: "text/html" },
        ],
        images: [{ href: "https://example.org/media/a.jpg", type: "image/jpeg", width: 300, height: 200 }],
      },
      {
        metadata: {
          "@type": "http://schema.org/PublicationIssue",
          identifier: "https://example.org/issues/1",
          title: "Issue 1",
          author: [],
          publisher: "The Paper",
          language: "en",
          published: "2024-04-22",
          modified: "2024-04-22T08:00:00.000Z",
          belongsTo: { newspaper: "The Paper" },
        },
        links: [
          { rel: "http://opds-spec.org/acquisition/open-access", href: "https://example.org/issues/1.epub", type: "application/epub+zip" },
        ],
      },
    ],
  });
});
