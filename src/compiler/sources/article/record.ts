import { isRecord } from "../../draft/isRecord.ts";

export type Raw = Record<string, unknown>;

export { isRecord };

/** The object in a field; one without fields where there is anything else. */
export const recordIn = (record: Raw, name: string): Raw => {
  const value = record[name];
  return isRecord(value) ? value : {};
};

/** The objects of a list; none of anything else. */
export const recordsOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** An empty text and null say as much as no field at all; forms and templates leave both behind. */
export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** A record without the fields that are missing. */
export const filled = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([, value]) => !isMissing(value)));

/** A text, number or switch as text; "" for anything else: an object from outside may not even be able to say what it is. */
export const scalarText = (value: unknown): string => (["string", "number", "boolean"].includes(typeof value) ? String(value) : "");

/** A number, also one that is written as text; NaN for anything else. */
export const numberIn = (value: unknown): number => Number(scalarText(value) || Number.NaN);

/** Fields whose texts are no words for readers. */
const NO_WORDS =
  /^(?:type|id|_?key|name|kind|level|ordered|start|lang|language|dir|class|className|style|align|provider|note|date|width|height|colSpan|rowSpan|preview|sources|card|url|href|src|srcset|file|path|frame|target|rel)$/u;

/** The words somewhere in a value that could not be understood, so that no text is lost with its form. */
export function wordsIn(value: unknown, depth = 0): string {
  if (typeof value === "string" || typeof value === "number") return String(value).trim();
  if (depth > 100) return "";
  const inner = Array.isArray(value) ? value : isRecord(value) ? Object.keys(value).filter((key) => !NO_WORDS.test(key)).map((key) => value[key]) : []; // prettier-ignore
  return inner
    .map((each) => wordsIn(each, depth + 1))
    .filter(Boolean)
    .join(" ");
}
