import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Paper, story } from "../support/laterPaper.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

describe("a build that would remove most of a paper", () => {
  let paper: Paper;
  beforeEach(async () => {
    paper = new Paper();
    await paper.build();
  });

  it("stops, says what it would remove and why, and leaves the site and the state as they were", async () => {
    const before = filesIn(paper.out);
    for (const n of [0, 1, 2, 3, 4, 5]) paper.remove(`articles/story-${n}.md`);
    await paper.build();
    expect(paper.publishes("story-5")).toBe(false);
    for (const n of [6, 7, 8, 9, 10]) paper.write(`articles/story-${n}.md`, story(n, { more: "draft: true\n" }));
    const site = filesIn(paper.out);
    const stopped = await paper.build();
    expect(stopped.built).toBeUndefined();
    expect(filesIn(paper.out)).toEqual(site);
    expect(before).not.toEqual(site);
    const { message } = stopped.problems.find(({ severity }) => severity === "error") ?? {};
    expect(message).toMatch(/^This build would remove 5 of 24 published stories.*\/article\/story-10 \(It is marked as a draft/u);
    for (const n of [6, 7, 8, 9, 10])
      paper.write(`articles/story-${n}.md`, story(n, { more: n === 7 ? "image: ../pictures/reef.svg\n" : "" }));
    await paper.build();
    expect(paper.printed).toEqual([]);
  });

  it("stops for an empty folder, and says nothing of what has expired, moved on or is listed in withdrawn.txt", async () => {
    const copy = join(temporaryFolder(), "articles");
    cpSync(join(paper.content, "articles"), copy, { recursive: true });
    rmSync(join(paper.content, "articles"), { recursive: true });
    const { problems, built } = await paper.build();
    expect(built).toBeUndefined();
    expect(problems.map(({ message }) => message).join(" ")).toMatch(
      /remove 30 of 30 .*\(articles\/story-0\.md is gone\).*, and 20 more\./u,
    );
    cpSync(copy, join(paper.content, "articles"), { recursive: true });
    for (let n = 0; n < 30; n += 1) {
      if (n < 5) continue;
      const more = n < 10 ? "expires: 2024-12-31\n" : `slug: moved-${n}\naliases: [/article/story-${n}]\n`;
      paper.write(`articles/story-${n}.md`, story(n, { more }));
    }
    paper.write("withdrawn.txt", [0, 1, 2, 3, 4].map((n) => `articles/story-${n}.md\n`).join(""));
    expect((await paper.build()).built).toBeDefined();
    expect([0, 4, 5, 9].filter((n) => paper.publishes(`story-${n}`))).toEqual([]);
  });
});
