import { misspeltMeaning } from "../../draft/release/releaseFields.ts";
import { nearestAmong } from "../../text/nearestName.ts";
import type { SourceContext } from "../source.ts";
import type { ArticleContext } from "./articleContext.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";

/**
 * Reports the fields that mean nothing here. One close to a known name is
 * probably a misspelling, and its content is lost; any other is reported once
 * for the whole edition, since a thousand files may share it.
 */
export function reportUnknown(
  fields: string[],
  known: ReadonlySet<string>,
  file: string,
  { report, once }: Pick<SourceContext, "report" | "once">,
): void {
  const nearestTo = nearestAmong(known);
  for (const field of fields.filter((name) => !known.has(name))) {
    const nearest = nearestTo(field);
    const isRead = misspeltMeaning(field) !== undefined;
    const message = isRead
      ? `The field "${field}" is not known here. It was taken for one that can keep a story back`
      : `The field "${field}" is not known here and was not read`;
    if (nearest === undefined && !isRead)
      once(`field ${field}`, {
        severity: "notice",
        file,
        place: field,
        message: `${message} (reported once for all files).`,
        remedy: UNKNOWN,
      });
    else
      report({
        severity: "warning",
        file,
        place: field,
        message: `${message}.`,
        ...(nearest !== undefined && { nearest }),
        remedy: "Correct its name, or remove it.",
      });
  }
}

const UNKNOWN = "It does no harm; docs/article.md lists the known fields.";

/** The same for the fields of a part of an article, such as the block at `path`. */
export function reportKeys(raw: Raw, path: string, known: string[], { warn, once, body }: ArticleContext): void {
  const nearestTo = nearestAmong(known);
  for (const key of Object.keys(raw).filter((name) => name !== "type" && !known.includes(name))) {
    const nearest = nearestTo(key);
    const message = `"${key}" is not known in ${scalarText(raw["type"]) || "this part"} and was not read`;
    const remedy = known.length === 0 ? "It has no fields but its type." : `Its fields are ${known.join(", ")}.`;
    if (nearest !== undefined) warn(`${path}.${key}`, `${message}.`, "warning", remedy, nearest);
    else
      once(`key ${key} of ${scalarText(raw["type"])}`, {
        severity: "notice",
        file: body.file,
        place: `${path}.${key}`,
        message: `${message} (reported once for all files).`,
        remedy,
      });
  }
}
