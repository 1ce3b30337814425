import { dayIn } from "static-search/text/day";
import type { ItemValue, Row } from "#content/collection.ts";
import { capitalised, dateLocale, GREGORIAN, hourOptions } from "#content/dateLocale.ts";
import type { CollectionSettings, PropertySettings } from "../../settings/collectionSettings.ts";

type Values = Readonly<Record<string, ItemValue>>;

/** A text of a property for a list; `date` is what a machine reads. */
type Said = { text: string; date?: string };

/** Writes the properties of items in the language and the time zone of an edition, so that the reader need not. */
export class ItemWords {
  readonly #locale: string;
  readonly #timeZone: string;
  readonly #dayAt: (at: number) => string;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(language: string, timeZone: string) {
    this.#locale = dateLocale(language);
    this.#timeZone = timeZone;
    this.#dayAt = dayIn(timeZone);
  }

  /** What the page of an item shows beside its text. */
  rows(values: Values, { properties, show, calendar }: CollectionSettings): Row[] {
    return (show.page ?? Object.keys(properties)).flatMap((name): Row[] => {
      const property = properties[name];
      const value = values[name];
      if (!property || value === undefined || (name === calendar?.end && values[calendar.start] !== undefined)) return [];
      const row = { name: property.title ?? capitalised(name, this.#locale) };
      if (Array.isArray(value)) return [{ ...row, items: value }];
      if (typeof value === "object") return [{ ...row, picture: value }];
      if (property.format === "uri") return [{ ...row, url: String(value), text: hostOf(String(value)) }];
      if (name !== calendar?.start) return [{ ...row, ...this.#said(value, property), ...(property.format === "text" && { wide: true }) }];
      return [{ ...row, text: this.#range("when", String(value), endOf(values, calendar.end)), date: String(value), wide: true }];
    });
  }

  /**
   * Some properties of an item on one line.
   * @param day the heading above it, which the line does not repeat
   */
  line(values: Values, { properties, show, calendar }: CollectionSettings, day?: string): Said[] {
    return (show.line ?? (calendar ? [calendar.start] : [])).flatMap((name): Said[] => {
      const property = properties[name];
      const value = values[name];
      if (!property || value === undefined || (name === calendar?.end && values[calendar.start] !== undefined)) return [];
      if (Array.isArray(value)) return [{ text: value.join(", ") }];
      if (typeof value === "object") return [];
      if (property.format === "uri") return [{ text: hostOf(String(value)) }];
      if (name !== calendar?.start) return [this.#said(value, property)];
      const [start, end] = [String(value), endOf(values, calendar.end)];
      const isOfDay = day !== undefined && this.dayOf(start) === day && (end === undefined || this.dayOf(end) === day);
      if (!isOfDay) return [this.#said(start, property, end)];
      return start.includes("T") ? [{ text: this.#range("time", start, end), date: start }] : [];
    });
  }

  /** The day of a date in the time zone, as YYYY-MM-DD. */
  dayOf(date: string): string {
    return date.includes("T") ? this.#dayAt(Date.parse(date)) : date;
  }

  /** "Saturday 6 June 2026", as a heading. */
  day(date: string): string {
    return capitalised(tidied(this.#format("weekday", "UTC").format(new Date(this.dayOf(date))), this.#locale), this.#locale);
  }

  /** "June 2026", as a heading. */
  month(date: string): string {
    return capitalised(this.#format("month", "UTC").format(new Date(this.dayOf(date))), this.#locale);
  }

  /** The comparison of texts in the language. */
  get compare(): (a: string, b: string) => number {
    return new Intl.Collator(this.#locale, { numeric: true }).compare;
  }

  #said(value: string | number, property: PropertySettings, end?: string): Said {
    if (typeof value === "number") return { text: this.#number(value, property) };
    if (property.format !== "date" && property.format !== "date-time") return { text: value };
    return { text: this.#range(value.includes("T") ? "moment" : "day", value, end), date: value };
  }

  #number(value: number, { currency, unit }: PropertySettings): string {
    const price = currency === undefined ? {} : { style: "currency" as const, currency, trailingZeroDisplay: "stripIfInteger" as const };
    const text = new Intl.NumberFormat(this.#locale, { numberingSystem: "latn", ...price }).format(value);
    return unit === undefined ? text : `${text}\u00A0${unit}`;
  }

  /** "6 June 2026, 10:00–16:00". A day that ends what begins at a time stands for itself. */
  #range(given: "day" | "moment" | "time" | "when", start: string, end?: string): string {
    const style = given === "when" ? (start.includes("T") ? "longMoment" : "weekday") : given;
    const isMixed = end !== undefined && end.includes("T") !== start.includes("T");
    const format = this.#format(style, start.includes("T") ? this.#timeZone : "UTC");
    const [from, to] = [new Date(start), new Date(end ?? start)];
    if (end !== undefined && isMixed) return `${this.#range(given, start)} – ${this.#range(end.includes("T") ? "moment" : "day", end)}`;
    // A range that ends before it begins throws.
    const text = end === undefined || to.getTime() <= from.getTime() ? format.format(from) : format.formatRange(from, to);
    return tidied(text, this.#locale);
  }

  #format(style: keyof typeof STYLES, timeZone: string): Intl.DateTimeFormat {
    const key = `${style} ${timeZone}`;
    const known = this.#formats.get(key);
    if (known) return known;
    const hours = "hour" in STYLES[style] ? hourOptions(this.#locale) : {};
    const made = new Intl.DateTimeFormat(this.#locale, { ...STYLES[style], ...hours, ...GREGORIAN, timeZone });
    this.#formats.set(key, made);
    return made;
  }
}

const STYLES = {
  day: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  moment: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  longMoment: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  time: { hour: "2-digit", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const endOf = (values: Values, end: string | undefined): string | undefined => {
  const value = end === undefined ? undefined : values[end];
  return typeof value === "string" ? value : undefined;
};

/** As the reader writes dates: "Saturday 6 June 2026, 10:00–16:00" in English. Intl puts thin spaces around a dash between days. */
function tidied(text: string, locale: string): string {
  const plain = text.replace(/^(\d+\.?)\u2009–\u2009(?=\d)/u, "$1–").replaceAll("\u2009", " ");
  return locale.startsWith("en") ? plain.replaceAll(" at ", ", ").replace(/(?<=^|– )(\p{L}+), (?=\d)/gu, "$1 ") : plain;
}

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./u, "");
