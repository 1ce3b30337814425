import { expect, test } from "vitest";
import { parseQuery } from "../../src/query/parseQuery.ts";
import { schema } from "../support/inventedPages.ts";
import type { Item } from "../../src/query/clauses.ts";
import { withSynonyms } from "../../src/query/synonyms.ts";

const shown = (item: Item): string =>
  item.type === "word" ? item.token.term : item.type === "all" ? `(${item.items.map(shown).join(" ")})` : item.type;

function widened(query: string): string {
  return withSynonyms(parseQuery(query, schema).clauses, [
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
