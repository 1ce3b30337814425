import * as v from "valibot";

/** The maximum number of links on a device. */
export const MOST_LINKS = 50_000;

/** Milliseconds since 1970. */
const TimeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

const WebAddressSchema = v.pipe(v.string(), v.maxLength(8000), v.regex(/^https?:\/\/[^\s\\]+$/iu, "must be a web address"));

/** A passage marked on a page elsewhere. Without a quotation (`text` is ""), it is a note on the whole page. */
const QuoteSchema = v.object({ text: v.string(), note: v.optional(v.string()), madeAt: v.optional(TimeSchema) });

/**
 * A page elsewhere that a reader had saved with another service. Without an
 * address, it stands for a book with marked passages, or for a page whose address
 * the service did not export.
 */
export const OutsideLinkSchema = v.object({
  url: v.optional(WebAddressSchema),
  title: v.pipe(v.string(), v.maxLength(2000)),
  savedAt: v.optional(TimeSchema),
  read: v.optional(v.boolean()),
  tags: v.optional(v.array(v.string())),
  quotes: v.optional(v.array(QuoteSchema)),
});

export type OutsideLink = v.InferOutput<typeof OutsideLinkSchema>;
export type Quote = v.InferOutput<typeof QuoteSchema>;

/** Whether a text is an absolute http or https address: no other scheme ever becomes a link. */
export const isWebAddress = (text: string): boolean => v.is(WebAddressSchema, text) && URL.canParse(text);

/** The identity of a link: its address without a text fragment (https://wicg.github.io/scroll-to-text-fragment/), else its title. */
export function linkId({ url, title }: Pick<OutsideLink, "url" | "title">): string {
  if (url === undefined) return title;
  return (URL.canParse(url) ? new URL(url).href : url).replace(/#?:~:.*$/u, "");
}

/**
 * Joins two links with the same id without losing anything: the earlier date, a
 * title that is more than the address, and the tags and quotations of both.
 * @returns the first object itself if the second adds nothing
 */
export function joinLinks(first: OutsideLink, second: OutsideLink): OutsideLink {
  const tags = [...new Set([...(first.tags ?? []), ...(second.tags ?? [])])];
  const known = new Set((first.quotes ?? []).map(quoteKey));
  const quotes = [...(first.quotes ?? []), ...(second.quotes ?? []).filter((quote) => !known.has(quoteKey(quote)))];
  const times = [first.savedAt, second.savedAt].filter((time) => time !== undefined);
  const title = first.url !== undefined && (first.title === first.url || first.title === "") ? second.title : first.title;
  const joined = withoutEmpty({ ...first, title, savedAt: times.length > 0 ? Math.min(...times) : undefined, tags, quotes });
  const read = first.read || second.read;
  const isSame =
    joined.savedAt === first.savedAt &&
    title === first.title &&
    tags.length === (first.tags?.length ?? 0) &&
    quotes.length === (first.quotes?.length ?? 0) &&
    Boolean(read) === Boolean(first.read);
  return isSame ? first : { ...joined, ...(read && { read }) };
}

const quoteKey = ({ text, note }: Quote): string => JSON.stringify([text, note ?? ""]);

/** A link without empty fields. */
export function withoutEmpty({
  url,
  title,
  savedAt,
  read,
  tags,
  quotes,
}: { [Key in keyof OutsideLink]: OutsideLink[Key] | undefined }): OutsideLink {
  return {
    ...(url !== undefined && { url }),
    title: title ?? "",
    ...(savedAt !== undefined && { savedAt }),
    ...(read && { read }),
    ...(tags && tags.length > 0 && { tags }),
    ...(quotes && quotes.length > 0 && { quotes }),
  };
}
