import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { restArchive } from "../../../../src/compiler/formats/wordpressRest/restArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyValue } from "../withAnyValue.ts";

const POSTS = readFileSync(join(import.meta.dirname, "../../../fixtures/wp-rest/posts/source.json"), "utf8");

archiveCases(restArchive);

test("a dump of posts, or one post, is told from all other formats by itself", () => {
  const one = JSON.stringify(JSON.parse(POSTS)[0]);
  for (const head of [POSTS, one]) expect(archives.filter((each) => each.detects({ path: "posts.json", head }))).toEqual([restArchive]);
  expect(restArchive.detects({ path: "a.json", head: '[{"title": "A", "content": "B", "link": "/c"}]' })).toBe(false);
});

test("pages come along when they are asked for", async () => {
  const { drafts } = await readArchive(restArchive, "posts.json", POSTS, { types: ["page"] });
  expect(drafts.map(({ slug }) => slug)).toEqual(["crane-moves", "ships-go-by", "about-us"]);
});

test("any value in any field ends in drafts and skipped items, never in a fault of the program", async () => {
  await fc.assert(
    fc.asyncProperty(withAnyValue(JSON.parse(POSTS)), async (changed) => {
      const { drafts, skipped } = await readArchive(restArchive, "posts.json", JSON.stringify(changed));
      expect(drafts.length + skipped.length > 0 || (Array.isArray(changed) && changed.length === 0)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("posts of which the response has no text are named, with their excerpts", async () => {
  const posts: Record<string, unknown>[] = JSON.parse(POSTS);
  const text = JSON.stringify(posts.map((post) => ({ ...post, content: undefined })));
  expect(restArchive.detects({ path: "posts.json", head: text })).toBe(true);
  const { drafts, skipped, problems } = await readArchive(restArchive, "posts.json", text);
  expect(drafts).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/^All that is known of its text is: “.+”$/u) }));
  expect(skipped.filter(({ reason }) => reason.includes("does not have its text (content)"))).toHaveLength(3);
});
