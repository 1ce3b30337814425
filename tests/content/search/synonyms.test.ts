import { expect, test } from "vitest";
import { parseQuery } from "#content/search/parseQuery.ts";
import type { Item } from "#content/search/query.ts";
import { withSynonyms } from "#content/search/synonyms.ts";

const shown = (item: Item): string =>
  item.type === "word" ? item.token.term : item.type === "all" ? `(${item.items.map(shown).join(" ")})` : item.type;

function widened(query: string): string {
  return withSynonyms(parseQuery(query).clauses, [
    ["EU", "European Union"],
    ["film", "movie", "motion picture"],
  ])
    .map(({ excluded, any }) => (excluded ? "-" : "") + any.map(shown).join("|"))
    .join(" ");
}

test("a word brings those that mean the same", () => {
  expect(widened("eu film")).toBe("eu|(european union) film|(movie)|(motion picture)");
});

test("words that are one name are taken together", () => {
  expect(widened("the european union today")).toBe("the (european union)|(eu) today");
});

test("other words, and words that are left out, stay as they are", () => {
  expect(widened("european films -eu")).toBe("european films -eu");
});
