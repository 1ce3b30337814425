/**
 * What dates in every language have: the archive has Gregorian years and months, so that they use no other calendar, not even in Saudi Arabia,
 * Iran or Thailand; digits are Latin as in numbers.
 */
export const GREGORIAN = { numberingSystem: "latn", calendar: "gregory" } as const satisfies Intl.DateTimeFormatOptions;

/** The locale in which dates and lists of a language are written. English puts the day before the month, unless it names a country. */
export const dateLocale = (language: string): string => (language === "en" ? "en-GB" : language);

/** How a language writes hours: "07:10" with the 24-hour clock, "7:10 AM" with the 12-hour clock. Arabic papers print the former. */
export function hourOptions(language: string): Intl.DateTimeFormatOptions {
  if (language.startsWith("ar")) return { hourCycle: "h23" };
  const { hour12 } = new Intl.DateTimeFormat(dateLocale(language), { hour: "numeric" }).resolvedOptions();
  return hour12 ? { hour: "numeric" } : {};
}

/** A date that stands alone, such as a heading: French and Spanish write "avril" in a sentence, but "Avril" in a heading. */
export const capitalised = (text: string, language: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
