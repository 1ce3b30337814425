import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { BLOCKS } from "#content/blocks/block.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import { compile } from "#compiler/compile.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { writeExamples } from "../../scripts/manual/examples.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const DOCS = join(import.meta.dirname, "../../docs");
const SHOTS = join(DOCS, "shots");
const pages = globSync("**/*.md", { cwd: DOCS }).map((page) => readFileSync(join(DOCS, page), "utf8"));

/** What nobody writes: it stands for an element that has no block. */
const NOT_WRITTEN = new Set(["unknown"]);

test("each kind of block has its picture in the manual, beside what makes it, and that has no mistakes", async () => {
  const shown = new Set<string>();
  for (const page of pages) {
    const content = temporaryFolder();
    if ((await writeExamples(page, content)).length === 0) continue;
    const { problems, built } = await compile({ content, out: temporaryFolder(), encode: false, drawerOf });
    expect(problems.filter(({ severity, message }) => severity !== "notice" && !message.includes("other-story.md"))).toEqual([]);
    for (const made of built?.pages ?? []) {
      if (made.kind !== "article") continue;
      const { body, corrections } = made.value.article;
      visitBlocks(body, { block: ({ type }) => shown.add(type) });
      if (corrections.length > 0) shown.add("correction");
    }
  }
  expect([...shown].toSorted()).toEqual(
    Object.keys(BLOCKS)
      .filter((type) => !NOT_WRITTEN.has(type))
      .toSorted(),
  );
}, 120_000);

test("each picture of the manual is shown once, and together they are small", () => {
  const shown = pages.flatMap((page) =>
    [...page.matchAll(/^!\[[^\]\n]+\]\((?:\.\.\/)*shots\/([\w-]+\.avif)\)$/gmu)].map(([, name = ""]) => name),
  );
  const files = readdirSync(SHOTS);
  expect(files.toSorted()).toEqual(shown.toSorted());
  expect(files.reduce((sum, file) => sum + statSync(join(SHOTS, file)).size, 0)).toBeLessThan(400_000);
});
