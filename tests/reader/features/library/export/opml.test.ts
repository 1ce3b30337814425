import { expect, it } from "vitest";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { opml } from "../../../../../src/reader/features/library/export/opml.ts";

const stamp = "00001700000000-0000-device";

it("lists the feed of each thing that is followed and has one, and of nothing else", () => {
  const records: LibraryRecord[] = [
    { kind: "followed", id: "topic:europol", stamp, value: { kind: "topic", slug: "europol", name: "Europol", followedAt: 1, seenAt: 1 } },
    {
      kind: "followed",
      id: "thread:short",
      stamp,
      value: { kind: "thread", slug: "short", name: "Short", followedAt: 1, seenAt: 1, seen: ["a", "b", "c"] },
    },
    {
      kind: "followed",
      id: "thread:long",
      stamp,
      value: { kind: "thread", slug: "long", name: "Long", followedAt: 1, seenAt: 1, seen: ["a", "b", "c", "d"] },
    },
    { kind: "followed", id: "place:the-hague", stamp, value: null },
    { kind: "saved", id: "voyager", stamp, value: { slug: "voyager", headline: "Voyager", savedAt: 1 } },
  ];
  const list = new DOMParser().parseFromString(
    opml("Feeds", records, (path) => `https://paper.example${path}`),
    "text/xml",
  );
  expect([...list.querySelectorAll("outline")].map((each) => [each.getAttribute("text"), each.getAttribute("xmlUrl")])).toEqual([
    ["Europol", "https://paper.example/topic/europol/feed.xml"],
    ["Long", "https://paper.example/thread/long/feed.xml"],
  ]);
});
