import type { BrowserContext } from "playwright-core";
import { alive } from "../journey.ts";

const stamp = (count: number): string => `01700000000000-00${String(count).padStart(2, "0")}-device`;

const STORIES = ["voyager-1-makes-sense-again", "operation-rescue", "gravitational-waves-heard"].map((slug) => ({ slug, headline: slug }));
const TOPICS = ["europol", "spaceflight", "floods"];

/** A story that was read halfway. */
const BEGUN = "curiosity-lands";

const records = [
  ...STORIES.flatMap((story, at) => [
    { kind: "saved", id: story.slug, value: { ...story, savedAt: at + 1 } },
    { kind: "read", id: story.slug, value: { ...story, readAt: (at + 1) * 1e8 } },
  ]),
  ...TOPICS.map((slug) => ({
    kind: "followed",
    id: `topic:${slug}`,
    value: { kind: "topic", slug, name: slug, followedAt: 1, seenAt: 1 },
  })),
  ...["crime-desk", "letters-desk"].map((slug) => ({
    kind: "muted",
    id: `author:${slug}`,
    value: { kind: "author", slug, name: slug, mutedAt: 1 },
  })),
  ...["reefs", "water"].map((query) => ({ kind: "search", id: query, value: { query, filters: {}, savedAt: 1, newest: "" } })),
  // One whose words are in the story, and two whose words are gone.
  ...["fault lay", "words that an edit took", "others that went"].map((exact, at) => ({
    kind: "highlight",
    id: `mark${at}`,
    value: { ...STORIES[0], passage: { exact, prefix: "", suffix: "", start: 0, end: 9 }, colour: "yellow", note: "Ask.", madeAt: at },
  })),
  { kind: "position", id: BEGUN, value: { slug: BEGUN, paragraph: 4, offset: 0, at: 1 } },
].map((record, at) => ({ ...record, stamp: stamp(at + 1) }));

/** A device with every kind of record in its library, and recent searches. */
export async function withLibrary(context: BrowserContext, address: string): Promise<Awaited<ReturnType<BrowserContext["storageState"]>>> {
  const page = await context.newPage();
  await page.goto(`${address}highlights`);
  await alive(page);
  await page.locator("details.takeout summary").click();
  const file = JSON.stringify({ format: "broadsheet-library", version: 1, exportedAt: "2024-04-22T07:10:00.000Z", records });
  await page
    .getByLabel("Library file (JSON)")
    .setInputFiles({ name: "library.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.locator(".kept-marks li").nth(2).waitFor();
  await page.goto(`${address}search`);
  await alive(page);
  for (const query of ["reefs", "water"]) {
    await page.locator("main input[type=search]").fill(query);
    await page.keyboard.press("Enter");
    await page.locator("#found").waitFor();
  }
  const state = await context.storageState({ indexedDB: true });
  await page.close();
  return state;
}
