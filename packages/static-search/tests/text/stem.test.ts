import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { loadStem } from "../../src/text/stem.ts";

async function stemsOf(language: string, words: string): Promise<Set<string>> {
  const stem = await loadStem(language);
  return new Set(words.split(" ").map((word) => stem?.(fold(word)) ?? word));
}

describe("other forms of a word have its stem", () => {
  test.each([
    ["en", "bleach bleached bleaches bleaching"],
    ["en-GB", "policy policies"],
    ["de", "Brücke Brücken"],
    ["de-AT", "Haus Häuser Hauses"],
    ["fr", "événement événements"],
    ["fr", "arrêtée arrêtées arrêté"],
    ["es", "educación educaciones"],
    ["es", "policía policías"],
    ["ar", "مدرسة المدرسة"],
    ["nl", "boek boeken"],
    ["it", "ponte ponti"],
    ["pt", "educação educações"],
  ])("in %s: %s", async (language, words) => {
    expect((await stemsOf(language, words)).size).toBe(1);
  });
});

test("a language without a stemmer has no stems", async () => {
  expect(await loadStem("ja")).toBeUndefined();
});
