import type { Row } from "./row.ts";

const story = (word: string, fields: string, text = ""): string =>
  `---\ntitle: The ${word}\ndate: 2024-04-22\ntags: [topic ${word}]\n${fields}\n---\nWords of ${word}.\n${text}\n`;

const row = (system: string, field: string, value: string, isPublic?: true): Row => ({
  system,
  field,
  value,
  ...(isPublic && { isPublic }),
  make: (word) => ({ [`${word}.md`]: story(word, `${field}: ${value}`) }),
});

/** Front matter, by the documentation of each system. */
export const MARKDOWN_ROWS: Row[] = [
  row("Markdown", "draft", "true"),
  row("Markdown", "status", "in-legal"),
  row("Markdown", "access", "gold"),
  row("Markdown", "state", "Bavaria", true),
  row("Markdown", "stage", "2", true),
  row("Markdown", "class", "members-of-parliament", true),
  row("Markdown", "tags", "[private-equity]", true),
];
