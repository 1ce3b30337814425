import { dateLocale } from "#content/dateLocale.ts";

/** "sentence" is "A, B and C"; "row" sets names side by side, "A, B, C", where the language does so. */
export type ListStyle = "sentence" | "row";

const formats = new Map<string, Intl.ListFormat>();

/**
 * The parts of a list of names.
 * @returns the parts in order: a number is the index of a name, a text is what separates two names
 */
export function listParts(names: string[], style: ListStyle, language: string): (number | string)[] {
  // Creating a formatter takes far longer than this.
  if (names.length === 1) return [0];
  let place = 0;
  return format(style, language)
    .formatToParts(names)
    .map((part) => (part.type === "element" ? place++ : part.value));
}

function format(style: ListStyle, language: string): Intl.ListFormat {
  const key = `${language} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.ListFormat(dateLocale(language), { type: style === "sentence" ? "conjunction" : "unit" });
  formats.set(key, made);
  return made;
}
