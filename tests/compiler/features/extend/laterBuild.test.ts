import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";
import { contentOf } from "../pictures/edition.ts";
import { BLOCK, POLL, story } from "./extendedPaper.ts";

it("makes stories anew when a block of the paper has changed, though none of their files has", async () => {
  const content = contentOf({ "articles/a.md": story(POLL), "blocks/poll/block.ts": BLOCK });
  const [out, folder] = [temporaryFolder(), temporaryFolder()];
  const build = async (): Promise<string> => {
    await compile({ content, out, encode: false, state: { folder, version: "1" } });
    return readFileSync(join(out, "data/article/a.json"), "utf8");
  };
  const before = await build();
  expect(await build()).toBe(before);
  writeFileSync(join(content, "blocks/poll/block.ts"), BLOCK.replace("[question,", '["We ask: " + question,'));
  expect(before).not.toContain("We ask: Why?");
  expect(await build()).toContain("We ask: Why?");
});
