import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FIGURES_PAGE, figuresPage } from "../../../scripts/peers/figuresPage.ts";

test("the manual shows the figures as they were last measured (npm run schema writes them)", async () => {
  expect(readFileSync(FIGURES_PAGE, "utf8")).toBe(await figuresPage());
});
