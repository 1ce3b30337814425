import type { SourceContext } from "../source.ts";

/** Names the fields that mean nothing here: each once for the whole edition, since a thousand files have the same. */
export function reportUnknown(fields: string[], known: ReadonlySet<string>, file: string, once: SourceContext["once"]): void {
  for (const field of fields.filter((name) => !known.has(name))) {
    const message = `The field "${field}" is not known here and was not read (said once for all files).`;
    once(`field ${field}`, { severity: "notice", file, place: field, message });
  }
}
