import { ownWords } from "../../src/compiler/features/words/ownWords.ts";
import type { Sentences } from "../../src/content/words/wordFiles.ts";

/** The JSON Schema of a paper's catalogue: every name, with the English message as its description. */
export function wordsSchema(): object {
  const groups = Object.entries(ownWords("en")).map(([group, sentences]) => [group, objectOf(sentences)]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(groups) },
    additionalProperties: false,
  };
}

function objectOf(sentences: Sentences): object {
  const properties = Object.entries(sentences).map(([name, said]) => [
    name,
    typeof said === "string" ? { type: "string", description: said } : objectOf(said),
  ]);
  return { type: "object", properties: Object.fromEntries(properties), additionalProperties: false };
}
