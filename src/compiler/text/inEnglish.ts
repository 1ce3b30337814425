/** The languages whose names of months and weekdays are recognised, as `Intl` has them; a name with two meanings is ignored. */
const LANGUAGES = "ar bg ca cs da de el es et eu fi fr hr hu id is it lt lv nb nl pl pt ro ru sk sl sr sv tr uk vi".split(" ");

/**
 * Translates a date with a month name in another language into English:
 * "Freitag, 12. März 2020, 14:30 Uhr" becomes "12 Mar 2020 14:30". Any other text is returned unchanged.
 */
export function inEnglish(text: string): string {
  const latin = text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  const numbered = latin.replace(/^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u, "$1-$2-$3");
  if (numbered !== latin) return numbered;
  const [, before, first = "", month = "", last = "", after = ""] = NAMED.exec(latin) ?? [];
  const number = month === "" ? undefined : names().months.get(folded(month));
  if (number === undefined || !words(before).every((word) => names().days.has(folded(word)))) return text;
  const [day, year] = first.length === 4 ? [last, first] : [first, last];
  return `${day} ${ENGLISH[number]} ${year}${after.replace(TIME, " $1:$2")}`;
}

/** Day, month and year, or year, month and day, with the words that languages put between them. */
const NAMED =
  /^([^\d]*)(\d{1,2}|\d{4})(?:er|\.|º|°)?,? (?:de |d['’])?(\p{L}[\p{L}\p{M}]*)\.?,? (?:de |del )?(\d{4}|\d{1,2})(?!\d)\.?(.*)$/iu;

/** The time, with the words before and after it. */
const TIME = /^,?(?: [-–|])?(?: (?:à|um|om|a las|alle|às|kl\.?|o|v|в))? (\d{1,2})[:.h](\d\d)(?: ?(?:Uhr|uur|h))?$/iu;

const ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const words = (text = ""): string[] => text.split(/[\s,]+/u).filter(Boolean);

const folded = (name: string): string => name.toLowerCase().replace(/\.$/u, "");

type Names = { months: Map<string, number>; days: Set<string> };
let known: Names | undefined;

/** Made on first use, since most archives never need them. */
function names(): Names {
  known ??= { months: monthNames(), days: new Set([...dayNames(), ..."le la el il den dem am op".split(" ")]) };
  return known;
}

/** The names of months, alone and in a date, where many languages decline them. */
function monthNames(): Map<string, number> {
  const found = new Map<string, Set<number>>();
  for (const format of formats("month", [{}, { day: "numeric" }]))
    for (let month = 0; month < 12; month += 1) {
      const name = partOf(format, "month", Date.UTC(2020, month, 12));
      if (/^\p{L}/u.test(name)) found.set(name, (found.get(name) ?? new Set()).add(month));
    }
  return new Map([...found].flatMap(([name, [month, ...others]]) => (month === undefined || others.length > 0 ? [] : [[name, month]])));
}

const dayNames = (): string[] =>
  formats("weekday", [{}]).flatMap((format) => [1, 2, 3, 4, 5, 6, 7].map((day) => partOf(format, "weekday", Date.UTC(2020, 0, day))));

function formats(part: "month" | "weekday", besides: Intl.DateTimeFormatOptions[]): Intl.DateTimeFormat[] {
  const styles = (["long", "short"] as const).flatMap((style) => besides.map((beside) => ({ ...beside, [part]: style, timeZone: "UTC" })));
  return LANGUAGES.flatMap((language) => styles.map((style) => new Intl.DateTimeFormat(`${language}-u-ca-gregory`, style)));
}

const partOf = (format: Intl.DateTimeFormat, type: "month" | "weekday", time: number): string =>
  folded(format.formatToParts(time).find((part) => part.type === type)?.value ?? "");
