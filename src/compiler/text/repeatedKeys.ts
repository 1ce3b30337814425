import { linesFrom } from "./linesFrom.ts";

/** A key that an object in a JSON text repeats, and the line of the repetition, from 1. Only the last one counts (ECMA-262, 25.5.1). */
export type RepeatedKey = { name: string; line: number };

/** @param json valid JSON */
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

/** The problem, as a sentence without a full stop. */
export const repeatedKeyMessage = (name: string): string => `"${name}" appears twice; the last one counts`;

/** The problem as a full sentence, and its remedy. */
export const repeatedKeyProblem = (name: string): { message: string; remedy: string } => ({
  message: `${repeatedKeyMessage(name)}.`,
  remedy: "Remove one of them.",
});

/** The same for a field that says who may read a story. */
export const repeatedKeyDoubt = (name: string): string => `"${name}" appears twice, so it is not clear who may read the story`;
