import { expect, it } from "vitest";
import type { Block } from "#content/blocks/block.ts";
import { makeArticle } from "../support/makeArticle.ts";
import { prerendered } from "../support/prerendered.ts";

const styles = { first: "", rest: "p{margin:0}", rare: { file: "assets/rare-1.css", text: "details.rare{color:red}pre.rare{color:blue}" } };
const inside: Block[] = [{ type: "paragraph", children: [{ type: "text", text: "Inside" }] }];
const page = async (body: Block[]): Promise<string> =>
  (await prerendered([makeArticle({ body })], { styles })).get("article/a-story.html") ?? "";

it("a story with a block that few have brings its styles along and links to the rest, without scripts too", async () => {
  const html = await page([{ type: "details", summary: [{ type: "text", text: "More" }], children: inside }]);
  expect(html).toContain('<details class="rare"><summary>More</summary><p>Inside</p></details>');
  expect(html).toMatch(/<link rel="stylesheet" fetchpriority="low" href="\/assets\/rare-1\.css"\/?><\/body>/u);
  expect(html).toContain("details.rare{color:red}");
  expect(html).not.toContain("pre.rare");
});

it("a story without loads nothing of it", async () => {
  expect(await page(inside)).not.toMatch(/rare/u);
});
