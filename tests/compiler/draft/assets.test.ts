import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assets } from "../../../src/compiler/draft/assets.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

function folderOf(...files: string[]): string {
  const content = join(temporaryFolder(), "content");
  mkdirSync(join(content, "photos"), { recursive: true });
  for (const file of files) writeFileSync(join(content, file), "x");
  return content;
}

test.each([
  ["ferry.jpeg", "ferry.jpg"],
  ["photos/habrour.jpg", "photos/harbour.jpg"],
  ["Long Tunnel.jpg", "long-tunnel.jpg"],
  ["photo", undefined],
  ["ferry.jpg/w_400", undefined],
  ["quay.jpg", undefined],
])("of %s, which is not there, the nearest name is %s", (wanted, nearest) => {
  const content = folderOf("ferry.jpg", "long-tunnel.jpg", "photos/harbour.jpg");
  expect(assets(content, { assets: [] }).find(wanted, "story.md")).toEqual({ reason: "is not there", nearest });
});

test("no name is told of what lies outside", () => {
  const content = folderOf("story.md");
  const secret = join(temporaryFolder(), "secret.jpg");
  writeFileSync(secret, "x");
  symlinkSync(secret, join(content, "secret.jpg"));
  expect(assets(content, { assets: [] }).find("secrets.jpg", "story.md")).toEqual({ reason: "is not there", nearest: undefined });
});

test("an archive that came without its pictures is looked through in seconds: 1,500 of them among 1,500 files", () => {
  const names = Array.from({ length: 1500 }, (_, number) => `story-of-the-harbour-${number * 7}.md`);
  const { find } = assets(folderOf(...names), { assets: [] });
  const start = performance.now();
  for (const name of names) find(name.replace(".md", ".jpg"), name);
  expect(performance.now() - start).toBeLessThan(15_000);
}, 60_000);
