import * as v from "valibot";

const clean = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** A text; a number is one too, since YAML reads a headline "1984" as a number. */
export const TextSchema = v.pipe(
  v.union([v.string(), v.number()], "must be a text"),
  v.transform(String),
  v.transform(clean),
  v.nonEmpty("is empty"),
);

export const NameSchema = v.pipe(v.string(), v.transform(clean), v.nonEmpty("is empty"));

const named = <T>(more: T) => v.object({ name: TextSchema, slug: v.exactOptional(NameSchema), ...more });

const Named = v.pipe(
  TextSchema,
  v.transform((name) => ({ name })),
);

/** "Science", or { name, slug }. */
export const RefSchema = v.union([Named, named({})], "must be a name, or an object with a name");

const PartSchema = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/u), v.transform(Number))], "must be a number"),
  v.integer("must be a whole number"),
);

/** "Delta Works", or { name, slug, part }. */
export const SeriesSchema = v.union(
  [Named, named({ part: v.exactOptional(PartSchema) })],
  "must be a name, or an object with a name and a whole number as its part",
);

/** "Jane Doe", "science-desk", or { name, slug, kind }. */
export const AuthorSchema = v.union(
  [Named, named({ kind: v.exactOptional(v.picklist(["person", "desk"])) })],
  "must be a name, or an object with a name and the kind person or desk",
);

/** A text, or { date, text }; the contract has `children` for `text`. */
export const CorrectionSchema = v.union(
  [
    v.pipe(
      TextSchema,
      v.transform((text): { text: unknown; children?: unknown; date?: string } => ({ text })),
    ),
    v.pipe(
      v.object({ date: v.exactOptional(TextSchema), text: v.optional(v.unknown()), children: v.optional(v.unknown()) }),
      v.check(({ text, children }) => text !== undefined || children !== undefined, "has no text"),
    ),
  ],
  "must be a text, or an object with date and text",
);

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text);

/** A title, an address, or { title, url }. */
export const CitationSchema = v.union(
  [
    v.pipe(
      TextSchema,
      v.transform((text): { title: string; url?: string } => (isAddress(text) ? { title: text, url: text } : { title: text })),
    ),
    v.pipe(
      v.object({ title: v.exactOptional(TextSchema), name: v.exactOptional(TextSchema), url: v.exactOptional(NameSchema) }),
      v.check(({ title, name, url }) => (title ?? name ?? url) !== undefined, "has no title"),
      v.transform(({ title, name, url }): { title: string; url?: string } => ({
        title: title ?? name ?? url ?? "",
        ...(url !== undefined && { url }),
      })),
    ),
  ],
  "must be a title, an address, or an object with title and url",
);

export const WebAddressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^https?:\/\//iu, "must be a full web address"),
  v.url("must be a full web address"),
);

export const UrgencySchema = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d$/u), v.transform(Number))], "must be a number from 1 to 9"),
  v.integer("must be a number from 1 to 9"),
  v.minValue(1, "must be a number from 1 to 9"),
  v.maxValue(9, "must be a number from 1 to 9"),
);
