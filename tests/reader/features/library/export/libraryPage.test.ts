import { expect, it } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { libraryPage } from "#reader/features/library/export/libraryPage.ts";
import { outlineOf } from "../../../../support/outlineOf.tsx";

const stamp = "00001700000000-0000-device";
const passage = { exact: "noise & <b>", prefix: "", suffix: "", start: 0, end: 11 };
const mark = { slug: "voyager", headline: "Voyager", passage, colour: "yellow" as const, madeAt: 1 };
const records: LibraryRecord[] = [
  { kind: "read", id: "reef", stamp, value: { slug: "reef", headline: "A reef", readAt: 1 } },
  { kind: "saved", id: "voyager", stamp, value: { slug: "voyager", headline: "Voyager", inLanguage: "de", savedAt: 1 } },
  { kind: "saved", id: "gone", stamp, value: null },
  { kind: "followed", id: "topic:nasa", stamp, value: { kind: "topic", slug: "nasa", name: "NASA", followedAt: 1, seenAt: 1 } },
  { kind: "search", id: "s", stamp, value: { query: "snow", filters: {}, savedAt: 1, newest: "" } },
  { kind: "highlight", id: "a", stamp, value: { ...mark, inLanguage: "de", note: "Ask." } },
  { kind: "highlight", id: "b", stamp, value: mark },
];
const headings = { saved: "Saved", followed: "Followed", search: "Searches", highlight: "Highlights", read: "Read", links: "Links" };
const options = {
  title: "Mine & yours",
  language: "ar",
  direction: "rtl" as const,
  headings,
  resolve: (path: string) => `https://a.example${path}`,
};

const outline = (html: string) => outlineOf(new DOMParser().parseFromString(html, "text/html")).replace(/"body\{.*\}"/u, "…");

it("a library is a page of all that is in it, each kind under its heading", () => {
  const links = [
    {
      url: "https://b.example/",
      title: "B",
      quotes: [
        { text: "Said", note: "Noted" },
        { text: "", note: "Alone" },
      ],
    },
    { title: "No address" },
  ];
  expect(outline(libraryPage(records, links, options))).toMatchInlineSnapshot(`
    "html[lang=ar][dir=rtl]
      head
        meta[charset=utf-8]
        title > "Mine & yours"
        style > …
      body
        h1 > "Mine & yours"
        h2 > "Saved"
        ul > li > a[href=https://a.example/article/voyager][lang=de][dir=auto] > "Voyager"
        h2 > "Followed"
        ul > li > a[href=https://a.example/topic/nasa][dir=auto] > "NASA"
        h2 > "Searches"
        ul > li > a[href=https://a.example/search?q=snow][dir=auto] > "snow"
        h2 > "Highlights"
        ul
          li
            blockquote[dir=auto] > "noise & <b>"
            p[dir=auto] > "Ask."
            a[href=https://a.example/article/voyager][lang=de][dir=auto] > "Voyager"
          li > (blockquote[dir=auto] > "noise & <b>", a[href=https://a.example/article/voyager][dir=auto] > "Voyager")
        h2 > "Read"
        ul > li > a[href=https://a.example/article/reef][dir=auto] > "A reef"
        h2 > "Links"
        ul
          li
            a[href=https://b.example/][dir=auto] > "B"
            blockquote[dir=auto] > "Said"
            p[dir=auto] > "Noted"
            p[dir=auto] > "Alone"
          li > span[dir=auto] > "No address"
    "
  `);
});

it("an empty library has no headings", () => {
  const page = libraryPage([], [], options);
  expect([page.startsWith("<!doctype html><html"), outline(page).match(/h\d|ul/gu)]).toEqual([true, ["h1"]]);
});
