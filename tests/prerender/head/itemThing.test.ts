import { expect, it } from "vitest";
import type { ItemValue } from "#content/collection.ts";
import { itemThing } from "../../../src/prerender/head/itemThing.ts";

const of = (type: string, properties: Record<string, ItemValue> = {}) => {
  const stated = {
    collection: "collections/x",
    values: {},
    authors: [],
    datePublished: "2026-01-01T00:00:00Z",
    schema: { type, properties },
  };
  const site = { url: "https://x.example/", base: "/", prefix: "" };
  const collection = { name: "X", path: "/x", item: { rows: [], more: [] }, stated };
  return itemThing(
    { path: "/x/a", title: "A", type: "WebPage", body: [], inLanguage: "en", direction: "ltr", collection },
    { site, url: "https://x.example/x/a", publisher: { "@type": "NewsMediaOrganization" } },
  );
};

it.each(["Person", "JobPosting", "Event"])("names no publisher of a %s, whose type has none", (type) => {
  expect(of(type)?.["publisher"]).toBeUndefined();
  expect(of("Review")?.["publisher"]).toBeDefined();
});

it.each([
  ["Cancelled", "https://schema.org/EventCancelled"],
  ["moved online", "https://schema.org/EventMovedOnline"],
  ["https://schema.org/EventPostponed", "https://schema.org/EventPostponed"],
  ["Abgesagt", undefined],
])("states the status “%s” of an event if it is one of schema.org", (status, stated) => {
  expect(of("Event", { eventStatus: status })?.["eventStatus"]).toBe(stated);
  expect(of("Event")?.["eventStatus"]).toBe("https://schema.org/EventScheduled");
});
