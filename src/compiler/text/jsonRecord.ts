export type Raw = Record<string, unknown>;

/** The object in a field; an empty object if the field holds anything else. */
export const recordIn = (record: Raw, name: string): Raw => {
  const value = record[name];
  return isRecord(value) ? value : {};
};

/** The objects in a list; an empty list for anything else. */
export const recordsOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Empty text and null count as no field at all; forms and templates leave both behind. */
export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** A list as it is, and one value as a list of it. */
export const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : isMissing(value) ? [] : [value]);

/** A record without the fields that are missing. */
export const filled = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([, value]) => !isMissing(value)));

/** A string, number or boolean as text; "" for anything else, since an object from outside may not even convert to a string. */
export const scalarText = (value: unknown): string => (["string", "number", "boolean"].includes(typeof value) ? String(value) : "");

/** A number, or a number written as text; NaN for anything else. */
export const numberIn = (value: unknown): number => Number(scalarText(value) || Number.NaN);

/** Fields whose text is not meant for readers. */
const NO_WORDS =
  /^(?:type|id|_?key|name|kind|level|ordered|start|lang|language|dir|class|className|style|align|provider|note|date|width|height|colSpan|rowSpan|preview|sources|card|url|href|src|srcset|file|path|frame|target|rel)$|^_/u;

/** Whether the text of a field is for those who make the paper, by its name: "internalNotes", "admin_comment". */
export const isForEditors = (name: string): boolean =>
  /^(?:field_)?(?:internal(?!_?link)|admin|private)|(?<!foot|side|end|head|author)_?notes?$|password/iu.test(name);

/** All words in a value that could not be understood, so that no text is lost with it. */
export function wordsIn(value: unknown, depth = 0): string {
  if (typeof value === "string" || typeof value === "number") return String(value).trim();
  if (depth > 100) return "";
  const inner = Array.isArray(value) ? value : isRecord(value) ? Object.keys(value).filter((key) => !NO_WORDS.test(key) && !isForEditors(key)).map((key) => value[key]) : []; // prettier-ignore
  return inner
    .map((each) => wordsIn(each, depth + 1))
    .filter(Boolean)
    .join(" ");
}

/** Whether a JSON value is an object, not an array or null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same without dates, which are values in TOML and YAML. */
export const isPlainRecord = (value: unknown): value is Record<string, unknown> => isRecord(value) && !(value instanceof Date);
