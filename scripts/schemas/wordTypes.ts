import { format } from "prettier";
import { ownWords } from "../../src/compiler/features/words/ownWords.ts";
import { readMessage } from "../../src/content/words/message.ts";
import { NOT_ON_PAGES, type Sentences } from "../../src/content/words/wordFiles.ts";

/** The groups of words that every page has, besides the helpers of messages. */
const EVERY = ["page", "offline"];

/** The types of the reader's words, made from the English ones: a wrong name or a missing argument does not compile. */
export function wordTypesText(): Promise<string> {
  const english = ownWords("en");
  const parts = Object.keys(english).filter((group) => ![...EVERY, ...NOT_ON_PAGES].includes(group));
  const text = [
    "// Written by `npm run schema` from words/en.json.",
    "type Counts = { number: (count: number) => string; size: (bytes: number) => string };",
    `/** The words that every page has. */\nexport type Words = Counts & ${EVERY.map((group) => typeOf(english[group] ?? {})).join(" & ")};`,
    ...parts.map((group) => `export type ${nameOf(group)} = ${typeOf(english[group] ?? {})};`),
    `/** The words of parts of the reader, by group. */\nexport type MoreWords = {${parts.map((group) => `${group}: ${nameOf(group)};`).join("")}};`,
  ];
  return format(text.join("\n\n"), { parser: "typescript", printWidth: 140 });
}

const nameOf = (group: string): string => `${group[0]?.toUpperCase()}${group.slice(1).replace(/s$/u, "")}Words`;

function typeOf(sentences: Sentences): string {
  const fields = Object.entries(sentences).map(([name, said]) => {
    const type = typeof said === "string" ? sentenceType(said) : typeOf(said);
    return `${/^\w+$/u.test(name) ? name : JSON.stringify(name)}: ${type};`;
  });
  return `{${fields.join("")}}`;
}

function sentenceType(said: string): string {
  const { arguments: named } = readMessage(said, "en");
  if (named.length === 0) return "string";
  const list = named.map(({ name, isNumber }) => `${name}: ${isNumber ? "number" : "string | number"}`);
  return `(${list.join()}) => string`;
}
