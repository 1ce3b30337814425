import type { XmlElement } from "../../xml/xmlElement.ts";
import { field } from "./field.ts";

/**
 * When an item was published, with its blog's offset from UTC at that time:
 * WordPress writes the date in local time and in UTC. Without either, a post has at
 * least the date of the feed.
 */
export function publishedAt(item: XmlElement): string | undefined {
  return withOffset(field(item, "post_date"), field(item, "post_date_gmt")) ?? (field(item, "pubDate") || undefined);
}

export const modifiedAt = (item: XmlElement): string | undefined =>
  withOffset(field(item, "post_modified"), field(item, "post_modified_gmt"));

/** "2014-03-12 09:00:00" in local time and in UTC as one date with its offset. */
export function withOffset(local: string, utc: string): string | undefined {
  const [here, there] = [milliseconds(local), milliseconds(utc)];
  if (here === undefined) return there === undefined ? undefined : `${utc.replace(" ", "T")}Z`;
  const minutes = there === undefined ? Number.NaN : (here - there) / 60_000;
  const plain = local.replace(" ", "T");
  // The blog has no time zone, or its clock was wrong: the edition's own zone is as good a guess as any.
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 14 * 60 || minutes % 15 !== 0) return plain;
  if (minutes === 0) return `${plain}Z`;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${plain}${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** "0000-00-00 00:00:00" is not a date. */
function milliseconds(text: string): number | undefined {
  if (!/^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/u.test(text)) return undefined;
  const time = Date.parse(`${text.replace(" ", "T")}Z`);
  return Number.isNaN(time) ? undefined : time;
}
