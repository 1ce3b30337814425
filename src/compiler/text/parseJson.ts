import { errorMessage } from "./errorMessage.ts";
/** The value of a JSON text, or what is wrong with it and where, such as "line 4, column 12". */
export function parseJson(text: string): { value: unknown } | { error: string; place: string } {
  const json = text.replace(/^\uFEFF/u, "");
  const result = attempt(json);
  if ("value" in result) return result;
  const { message } = result;
  const [error = ""] = message.split(/ in JSON at|, "|, \.\.\./u);
  const before = json.slice(0, offsetOf(json, message)).split("\n");
  return { error, place: `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}` };
}

function attempt(json: string): { value: unknown } | { message: string } {
  try {
    const value: unknown = JSON.parse(json);
    return { value };
  } catch (error) {
    return { message: errorMessage(error) };
  }
}

/** V8 gives the position in most errors, but not for an unexpected token: that is at the end of the shortest prefix with the same error. */
function offsetOf(json: string, message: string): number {
  const position = /at position (\d+)/u.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (!isToken(message)) return json.length;
  let [good, bad] = [0, json.length];
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    const start = attempt(json.slice(0, middle));
    if ("message" in start && isToken(start.message)) bad = middle;
    else good = middle + 1;
  }
  return bad - 1;
}

const isToken = (message: string): boolean => message.startsWith("Unexpected token");
