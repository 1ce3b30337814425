import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { readSlots } from "#compiler/features/slots/readSlots.ts";
import { makeSettings } from "../../../support/makeSettings.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const [, ...recipes] = readFileSync("docs/slots.md", "utf8").split("\n### ");

/** The blocks of code of a recipe in one language. */
const blocks = (recipe: string, language: string): string[] =>
  [...recipe.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "gu"))].map(([, code = ""]) => code);

it("has the recipes that are promised", () => {
  expect(recipes.map((recipe) => recipe.split("\n")[0])).toEqual(["A newsletter form", "Plausible", "GoatCounter", "Umami", "Matomo"]);
});

it.each(recipes.map((recipe): [string, string] => [recipe.split("\n")[0] ?? "", recipe]))("%s works as it is written", (_, recipe) => {
  const content = temporaryFolder();
  for (const folder of ["slots", "public"]) mkdirSync(join(content, folder));
  const [slot = ""] = /(?<=`slots\/)[\w-]+\.html/u.exec(recipe) ?? [];
  writeFileSync(join(content, "slots", slot), blocks(recipe, "html").join(""));
  const scripts = [...recipe.matchAll(/`public\/([\w-]+\.js)`/gu)].map(([, name = ""]) => name);
  const codes = blocks(recipe, "js");
  expect(scripts).toHaveLength(codes.length);
  scripts.forEach((name, at) => writeFileSync(join(content, "public", name), codes[at] ?? ""));
  const problems: Problem[] = [];
  const settings = makeSettings(JSON.parse(blocks(recipe, "json")[0] ?? "{}"));
  const slots = readSlots(content, settings, { url: "https://paper.example/", base: "/" }, (problem) => problems.push(problem));
  expect(problems).toEqual([]);
  expect(slots?.slots).toHaveLength(1);
  const loaded = slots?.slots[0]?.hosts ?? [];
  const named = Object.values(slots?.origins ?? {})
    .flat()
    .map((origin) => new URL(origin).host);
  expect(loaded.length).toBeGreaterThan(0);
  expect(named).toEqual(expect.arrayContaining(loaded));
});
