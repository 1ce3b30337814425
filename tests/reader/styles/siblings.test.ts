import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/**
 * What Chromium keys its memory of siblings by is a class, an id or an attribute. A
 * sibling without one (`* + *`, `picture + p`) is any element there is: whenever one
 * is put in or taken out, such as the bar that tells of a page on its way, it computes
 * the styles of everything around anew. So does `:has()` where what it leads to is
 * any element.
 */
const ANY_SIBLING = /(?:^|[\s>+~(,])(?:\*|[a-z][a-z\d]*)(?::[\w-]+(?:\([^)]*\))?)*\s*[+~]\s*/u;
const HAS_ANY = /:has\((?:[^()]|\([^()]*\))*\)\s*[\s>+~]\s*(?:\*|:(?:not|where|nth-|first-|last-))/u;

it.each([
  [".teaser > * + * {", true],
  [".teaser > picture + p {", true],
  [".faces label:nth-child(2) + p {", true],
  [".kicker .genre ~ a {", false],
  [".brief:has(> picture) > :not(picture) {", true],
  ["body:has(.actions) .foot {", false],
])("knows %s", (rule, isCostly) => {
  expect(costly(rule)).toHaveLength(isCostly ? 1 : 0);
});

it("no rule makes the browser compute the styles of a whole page anew where one element changes", () => {
  const files = readdirSync("src/reader", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => costly(readFileSync(join("src/reader", file), "utf8")).map((selector) => `${file}: ${selector}`))).toEqual(
    [],
  );
});

/** The selectors of a sheet that are costly. */
function costly(sheet: string): string[] {
  const plain = sheet.replaceAll(/\/\*[\s\S]*?\*\//gu, "").replaceAll(/-?\d*n \+ \d+/gu, "n");
  const rules = plain.matchAll(/(?<=^|[{};])\s*([^{};@]+)\{/gu);
  return [...rules].map(([, selector = ""]) => selector.trim()).filter((selector) => ANY_SIBLING.test(selector) || HAS_ANY.test(selector));
}
