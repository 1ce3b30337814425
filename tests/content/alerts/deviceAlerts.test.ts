import { expect, it } from "vitest";
import { type DeviceAlerts, findFollowed, type FoundStory, readAlerts, withFound, writeAlerts } from "#content/alerts/deviceAlerts.ts";
import { anArticle, anArticlePage } from "../../support/anArticle.ts";

const ref = (slug: string, name = slug) => ({ slug, name });
const pages: Record<string, unknown> = {
  landing: anArticlePage({
    article: anArticle({
      slug: "landing",
      headline: "The landing",
      topics: [ref("nasa")],
      section: ref("science"),
      places: [],
      authors: [],
    }),
    thread: { ...ref("mission", "The mission"), count: 2, stories: [] },
  }),
  harbour: anArticlePage({ article: anArticle({ slug: "harbour", topics: [], places: [ref("delft")], authors: [] }) }),
};

const asked: string[] = [];
const find = (known: string[], newest: string[], followed: Record<string, string>, muted: string[] = []) => {
  asked.length = 0;
  return findFollowed(known, newest, { followed: new Map(Object.entries(followed)), muted: new Set(muted) }, async (slug) => {
    asked.push(slug);
    return pages[slug];
  });
};

it("finds a new story of a topic, place, section or thread that is followed, and names the narrowest of them", async () => {
  const follows = { "topic:nasa": "NASA", "section:science": "Science", "thread:mission": "The mission" };
  expect(await find(["old"], ["landing", "harbour", "old"], follows)).toEqual([
    expect.objectContaining({
      slug: "landing",
      headline: "The landing",
      name: "The mission",
      subjects: ["thread:mission", "topic:nasa", "section:science"],
    }),
  ]);
  expect(await find(["old"], ["landing", "harbour", "old"], { "place:delft": "Delft" })).toMatchObject([
    { slug: "harbour", name: "Delft" },
  ]);
});

it("asks for each new story, whatever is followed, and for no other", async () => {
  await find(["old", "older"], ["landing", "harbour", "old"], { "topic:nasa": "NASA" });
  expect(asked).toEqual(["landing", "harbour"]);
  await find(["landing", "harbour", "old"], ["landing", "harbour", "old"], { "topic:nasa": "NASA" });
  expect(asked).toEqual([]);
});

it("does not take for new what has moved up because another story was taken away", async () => {
  expect(await find(["gone", "harbour"], ["harbour", "landing"], { "topic:nasa": "NASA" })).toEqual([]);
});

it("leaves out what the reader does not want to hear of, and what is not there", async () => {
  expect(await find([], ["landing", "missing"], { "thread:mission": "The mission" }, ["topic:nasa"])).toEqual([]);
});

it("fails where a story does not come, so that it is looked for again", async () => {
  const interests = { followed: new Map([["topic:nasa", "NASA"]]), muted: new Set<string>() };
  await expect(findFollowed([], ["landing"], interests, () => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
});

const found = (slug: string): FoundStory => ({
  slug,
  headline: slug,
  inLanguage: "en",
  direction: "ltr",
  subjects: ["topic:nasa"],
  name: "NASA",
});
const alerts: DeviceAlerts = { data: "https://post.example/data/", front: "https://post.example/", known: ["old"], unseen: [] };

it("counts a story once that two tabs have found, and not again once it was seen", () => {
  const once = withFound(alerts, ["new", "old"], [found("new")]);
  expect(once).toMatchObject({ known: ["new", "old"], unseen: [{ slug: "new" }] });
  expect(withFound(once, ["new", "old"], [found("new")])).toEqual(once);
  expect(withFound({ ...once, unseen: [] }, ["new", "old"], [found("new")]).unseen).toEqual([]);
});

it("remembers fifty unseen stories at most, the newest", () => {
  const many = Array.from({ length: 60 }, (_, n) => found(`story-${n}`));
  const { unseen } = withFound({ ...alerts, unseen: [found("first")] }, [], many);
  expect(unseen.map(({ slug }) => slug)).toEqual(many.slice(0, 50).map(({ slug }) => slug));
});

it("reads what it wrote, and nothing where another version wrote something else", async () => {
  let kept: Response | undefined;
  const cache = {
    match: async () => kept?.clone(),
    put: async (_: unknown, response: Response) => void (kept = response),
  };
  expect(await readAlerts(cache)).toBeUndefined();
  await writeAlerts(cache, alerts);
  expect(await readAlerts(cache)).toEqual(alerts);
  kept = new Response('{"known":1}');
  expect(await readAlerts(cache)).toBeUndefined();
});
