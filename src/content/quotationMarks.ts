/** The languages that do not use “ and ”, by the marks that they use. French keeps its marks apart from the words. */
const LANGUAGES: [open: string, close: string, languages: string][] = [
  ["„", "“", "bg cs de dsb et hr hsb is ka lb lt mk nds sk sl"],
  ["„", "”", "bs hu pl ro sr"],
  ["«", "»", "am ast be br ca el eu fa hy it kk ky nb nn no oc pt-PT rm ru uk"],
  ["«\u00A0", "\u00A0»", "fr"],
  ["”", "“", "ar ur"],
  ["”", "”", "fi he se sv yi"],
  ["‘", "’", "nl"],
  ["「", "」", "ja yue zh-Hant zh-HK zh-MO zh-TW"],
];

const MARKS = new Map(LANGUAGES.flatMap(([open, close, tags]) => tags.split(" ").map((tag) => [tag.toLowerCase(), { open, close }])));

const ENGLISH = { open: "“", close: "”" };

/**
 * The quotation marks of a language, after the Unicode CLDR (48, `quotationStart` and `quotationEnd`).
 * @param language a BCP 47 tag; “ and ” for any that is not listed
 */
export function quotationMarks(language: string): { open: string; close: string } {
  const parts = language.toLowerCase().split("-");
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
  return tags.map((tag) => MARKS.get(tag)).find((marks) => marks !== undefined) ?? ENGLISH;
}
