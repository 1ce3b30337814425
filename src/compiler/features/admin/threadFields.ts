import type { VisibleField } from "@sveltia/cms";
import type { ThreadQuestion } from "../../settings/threadSettings.ts";
import { fieldsOf } from "./controls.ts";
import { type JsonSchema, schemaFields } from "./schemaFields.ts";

/**
 * The form of `threads.json`: first what the build asks, then the entries of the file. The value of an answer is
 * the entry to write, as JSON; the desk puts it among the entries when the form is saved.
 */
export function threadFields(schema: JsonSchema, questions: readonly ThreadQuestion[]): VisibleField[] {
  const asked = questions.map(({ headlines, slug, others }, at) => {
    const answers = { "One thread": { slug, stories: others }, "Not one thread": { slug, without: others } };
    const options = Object.entries(answers).map(([label, entry]) => ({ label, value: JSON.stringify(entry) }));
    const label = headlines.map((headline) => `“${headline}”`).join(" · ");
    return [`question${at + 1}`, { widget: "select" as const, label, options }] as const;
  });
  const suggested = {
    widget: "object" as const,
    label: "Stories that may be of one thread",
    hint: "The last build was unsure of these. Answer any, and save.",
    required: true,
    fields: fieldsOf(Object.fromEntries(asked)),
  };
  return [...(asked.length > 0 ? fieldsOf({ suggested }) : []), ...schemaFields(schema, IN_FILE)];
}

/** An empty list of turning points has a meaning, and the desk does not write empty lists. */
const IN_FILE = { turningPoints: () => undefined };
