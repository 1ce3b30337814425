import type { VisibleField } from "@sveltia/cms";

/** A field of a form without its name. Of a union, each kind for itself. */
export type Control = VisibleField extends infer Each ? (Each extends unknown ? Omit<Each, "name"> : never) : never;

/** The controls of a form in their order. What need not be filled in says so: the CMS takes all for required. */
export function fieldsOf(controls: Record<string, Control>): VisibleField[] {
  return Object.entries(controls).map(([name, control]) => ({ name, required: false, ...control }));
}

export const text = (label: string, hint?: string): Control => ({ widget: "string", label, ...(hint !== undefined && { hint }) });

/** Names, each in a line of its own. */
export const names = (label: string, hint?: string): Control => ({ widget: "list", label, ...(hint !== undefined && { hint }) });

/** A moment, entered in the time zone of the edition and written with its zone. */
export const moment = (label: string, timeZone: string, hint?: string) =>
  ({
    widget: "datetime",
    label,
    input_timezone: timeZone,
    output_utc: true,
    ...(hint !== undefined && { hint }),
  }) satisfies Control;

/** Yes, no, or not said: the CMS would write a switch that nobody touched as off, which is not what it means everywhere. */
export const choice = (label: string, hint?: string, [yes, no] = ["Yes", "No"]): Control => ({
  widget: "select",
  label,
  options: [
    { label: yes ?? "", value: true },
    { label: no ?? "", value: false },
  ],
  ...(hint !== undefined && { hint }),
});

/** The text below the front matter. It opens as it is written: rich text would write it anew. */
export const body: Control = { widget: "markdown", label: "Text", required: true, modes: ["raw", "rich_text"] };

/** A picture with its words, as `image` of a story has it. */
export const picture = (label: string): Control => ({
  widget: "object",
  label,
  collapsed: "auto",
  fields: fieldsOf({
    file: { widget: "image", label: "File" },
    alt: text("Alternative text", "What the picture shows, for those who cannot see it."),
    caption: text("Caption"),
    credit: text("Credit", "Who made it, such as “Photo: Ada Keane”."),
  }),
});

/** What keeps a story or a page from readers. */
export const release = (timeZone: string) => ({
  // No default: the CMS would give it to each story that does not say, and so unpublish what is opened (see draftAtFirst).
  draft: choice("Status", "A new one is a draft until you choose “Published”.", ["Draft", "Published"]),
  publishDate: moment("Publish at", timeZone, "Not before; without it, as soon as it is not a draft."),
  embargo: moment("Embargo until", timeZone),
  expires: moment("Take down at", timeZone),
});
