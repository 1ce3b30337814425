import { DATES } from "../../draft/release/release.ts";
import { folded, meaningOf } from "../../draft/release/releaseFields.ts";
import type { Raw } from "../../text/jsonRecord.ts";

/** A field of a header in such a language, as text. */
export type Field = [name: string, value: string];

/** The values of fields: lists of names, and true for a field without a value, which is set. Later ones take precedence. */
export function fieldsIn(written: Field[]): Raw {
  const fields: Raw = {};
  for (const [name, text] of written) {
    const value = valueOf(name, text);
    // Two that can keep a story back both count.
    fields[name] = isOfRelease(name) && Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
  }
  return fields;
}

/** Fields, and others that take precedence. */
export function withFields(fields: Raw, others: Raw): Raw {
  const both = Object.keys(others).filter((name) => isOfRelease(name) && Object.hasOwn(fields, name));
  return { ...fields, ...others, ...Object.fromEntries(both.map((name) => [name, [fields[name], others[name]].flat()])) };
}

/** Whether a field can keep a story back, other than by the date that every story has. */
export const isOfRelease = (name: string): boolean => meaningOf(name) !== undefined && !DATES.has(folded(name));

function valueOf(name: string, value: string): unknown {
  if (!/^(?:tags?|keywords|authors|topics|categories)$/iu.test(name)) return value === "" || value;
  return value
    .replace(/^\[|\]$/gu, "")
    .split(/[,;]/u)
    .map((each) => each.trim());
}
