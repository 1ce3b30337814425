import { codeLines } from "../renderMarkdown.ts";

/** Whether Markdown is MDX, as in Docusaurus, which reads .md so: it imports components and shows them. Programs in listings do not count. */
export function isJsx(text: string): boolean {
  if (!IMPORT.test(text)) return false;
  const lines = text.split("\n");
  for (const { from, to } of codeLines(text)) lines.fill("", from, to);
  const rest = lines.join("\n");
  return IMPORT.test(rest) && /^[ \t]*<[A-Z]\w*/mu.test(rest);
}

const IMPORT = /^import\s+[\w{*][^\n]*\sfrom\s+["']/mu;
