import { type Raw, recordsOf, scalarText } from "../../text/jsonRecord.ts";

/** A text of an item: its purpose ("main", "html", "caption") and its MIME type, "" if unknown. */
export type Text = { role: string; type: string; value: string };

/**
 * The texts of one kind, in order: since version 2 a list (`headlines`), before that
 * a field and others that start with its name (`headline`, `headline_main`, `body_html`).
 */
export function textsOf(item: Raw, plural: string, singular: string): Text[] {
  const list = recordsOf(item[plural]);
  const listed = list.map((each) => text(scalarText(each["role"]), scalarText(each["contenttype"]), each["value"]));
  const named = Object.keys(item)
    .filter((key) => key === singular || key.startsWith(`${singular}_`))
    .toSorted((a, b) => Number(b === singular) - Number(a === singular))
    .map((key) => text(key.slice(singular.length + 1), "", item[key]));
  return [...listed, ...named].filter(({ value }) => value.trim() !== "");
}

const text = (role: string, type: string, value: unknown): Text => ({
  role: role.toLowerCase(),
  type: type.toLowerCase(),
  value: scalarText(value),
});

/** The first text with one of the roles, in the order of the roles; else the first of all. */
export const byRole = (texts: Text[], ...roles: string[]): Text | undefined =>
  roles.map((role) => texts.find((each) => each.role === role)).find((found) => found !== undefined) ?? texts[0];

export const isHtml = ({ role, type, value }: Text): boolean =>
  /html/u.test(type) || (type === "" && /html/u.test(role)) || (type === "" && /<(?:p|div|br|section|article|h\d)\b/iu.test(value));

export const isNitf = ({ type, value }: Text): boolean =>
  /nitf/u.test(type) || /^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<nitf\b/iu.test(value);
