import * as v from "valibot";
import { expect, test } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { SettingsSchema } from "../../../../src/compiler/settings/settings.ts";
import { liveBlogPosts, type ArchivedPost } from "../../../../src/compiler/formats/fields/liveBlogPosts.ts";

const context = { settings: v.parse(SettingsSchema, {}), report: () => {} };

const update = (text: string, more: Partial<ArchivedPost> = {}): ArchivedPost => ({
  place: "",
  id: "",
  date: "2024-05-02T22:00:00Z",
  headline: "Update",
  authors: [],
  children: (): Block[] => [{ type: "paragraph", children: [{ type: "text", text }] }],
  ...more,
});

const idsOf = (told: ArchivedPost[]): string[] =>
  liveBlogPosts(told, { file: "a.json", place: "" }, context).blocks.flatMap((block) => (block.type === "post" ? [block.id] : []));

test("posts by one id keep all their texts, and one that is told twice comes in once", () => {
  const told = [update("One."), update("Two."), update("One."), update("Own.", { id: "update-2" }), update("Three.")];
  expect(idsOf(told)).toEqual(["update", "update-2", "update-2-2", "update-3"]);
});

test("ten thousand posts of one headline come in within seconds", { timeout: 20_000 }, () => {
  const ids = idsOf(Array.from({ length: 10_000 }, (_, index) => update(`${index}`)));
  expect(new Set(ids).size).toBe(10_000);
  expect(ids.at(-1)).toBe("update-10000");
});

test("a post that may not be public is never read", () => {
  const children = (): Block[] => {
    throw new Error("It was read.");
  };
  const moments = [{ type: "embargo" as const, field: "embargo", written: "later", at: "2094-05-02T22:00:00Z" }];
  expect(
    idsOf([update("", { children, release: { held: "It is a draft." } }), update("", { children, date: "", release: { moments } })]),
  ).toEqual([]);
});
