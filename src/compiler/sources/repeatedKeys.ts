import { linesFrom } from "./linesFrom.ts";

/** A key that an object of a JSON text has more than once, of which only the last counts (ECMA-262, 25.5.1), and the line of the last, from 1. */
export type RepeatedKey = { name: string; line: number };

/** @param json that can be parsed */
export function repeatedKeys(json: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const lineAt = linesFrom(json);
  const around: Set<string>[] = [];
  for (const match of json.matchAll(TOKEN)) {
    const [token, key] = match;
    const keys = around.at(-1);
    if (token === "{" || token === "[") around.push(new Set());
    else if (token === "}" || token === "]") around.pop();
    else if (key !== undefined && keys) {
      const name = String(JSON.parse(key));
      if (keys.has(name)) found.push({ name, line: lineAt(match.index) });
      keys.add(name);
    }
  }
  return found;
}

const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/gsu;

/** What is wrong with it, as a sentence without its full stop. */
export const standsTwice = (name: string): string => `"${name}" appears twice; the last one counts`;

/** The same as a full sentence, and what can be done. */
export const saidTwice = (name: string): { message: string; remedy: string } => ({
  message: `${standsTwice(name)}.`,
  remedy: "Remove one of them.",
});
