import * as v from "valibot";

export const TextSchema = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));

/** Adds the description and examples that docs/settings.md and editors show to a schema. */
export const described = <Schema extends v.GenericSchema>(schema: Schema, description: string, ...examples: v.InferInput<Schema>[]) =>
  v.pipe(schema, v.description(description), v.metadata(examples.length > 0 ? { examples } : {}));

export const AddressSchema = v.pipe(
  v.string(),
  v.check((url) => /^https?:/iu.test(url) && URL.canParse(url), "must be a full address such as https://example.org/"),
);

export const TimeZoneSchema = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
    } catch {
      return false;
    }
  }, "must be a time zone such as UTC or Europe/Amsterdam"),
);

/** Intl throws on some texts that only look like a tag, such as "en-abcdefghij". */
export const LanguageSchema = v.pipe(
  v.string(),
  v.check((tag) => {
    try {
      return /^[a-z]{2,3}(?:-|$)/iu.test(tag) && Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, "must be a language tag such as en or pt-BR"),
);

export const FolderSchema = v.pipe(
  v.string(),
  v.regex(
    /^(?:\.|(?!\.{0,2}\/)(?!.*\/(?:\.{1,2}(?:\/|$)|$)).*[^./].*)$/u,
    'must be a folder such as "pages", or "." for all of the content folder',
  ),
);

/** A whole number from `least` to `most`, with a default. */
export const count = (fallback: number, least: number, most: number, description: string) =>
  v.optional(described(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), description), fallback);
