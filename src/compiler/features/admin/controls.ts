import type { CustomField, VisibleField } from "@sveltia/cms";

/** A field of a form without its name. Distributes over the union, so that each kind keeps its own properties. */
export type Control = VisibleField extends infer Kind ? (Kind extends unknown ? Omit<Kind, "name"> : never) : never;

/** The fields of a form, in order. Each says whether it is required, since the CMS treats a field as required by default. */
export function fieldsOf(controls: Record<string, Control>): VisibleField[] {
  return Object.entries(controls).map(([name, control]) => ({ name, required: false, ...control }));
}

export const text = (label: string, hint?: string): Control => ({ widget: "string", label, ...(hint !== undefined && { hint }) });

/** A list of names, one per line. */
export const names = (label: string, hint?: string): Control => ({ widget: "list", label, ...(hint !== undefined && { hint }) });

/** A date and time, entered in the time zone of the edition and written in UTC. */
export const moment = (label: string, timeZone: string, hint?: string) =>
  ({
    widget: "datetime",
    label,
    input_timezone: timeZone,
    output_utc: true,
    ...(hint !== undefined && { hint }),
  }) satisfies Control;

/** Yes, no or unset. The CMS would save an untouched switch as off, but off is not the default of every field. */
export const choice = (label: string, hint?: string, [yes, no] = ["Yes", "No"]): Control => ({
  widget: "select",
  label,
  options: [
    { label: yes ?? "", value: true },
    { label: no ?? "", value: false },
  ],
  ...(hint !== undefined && { hint }),
});

/** The text below the front matter. It opens as raw Markdown: the rich-text editor would reformat it. */
export const body: Control = { widget: "markdown", label: "Text", required: true, modes: ["raw", "rich_text"] };

/** A control of our own, see src/admin/FocalPoint.tsx. */
const focus: CustomField = {
  name: "focus",
  widget: "focal-point",
  label: "Focal point",
  required: false,
  hint: "What must stay in sight where a list crops the picture. Press it in the picture, or write how far it is from the left and from the top: 30% 60%.",
  pattern: [/^(?:100|\d{1,2})% (?:100|\d{1,2})%$/u.source, "Two percentages, such as 30% 60%"],
};

/** A picture with its alternative text, caption and credit: the `image` of a story. */
export const picture = (label: string): Control => ({
  widget: "object",
  label,
  collapsed: "auto",
  fields: [
    ...fieldsOf({
      file: { widget: "image", label: "File" },
      alt: text("Alternative text", "What the picture shows, for those who cannot see it."),
      caption: text("Caption"),
      credit: text("Credit", "Who made it, such as “Photo: Ada Keane”."),
    }),
    focus,
    ...fieldsOf({
      digitalSourceType: {
        widget: "select",
        label: "Origin",
        hint: "If it is no photograph or drawing by a person. Often the file says so itself.",
        options: [
          { label: "Made with AI", value: "trainedAlgorithmicMedia" },
          { label: "Partly made with AI", value: "compositeWithTrainedAlgorithmicMedia" },
          { label: "Composite", value: "compositeCapture" },
        ],
      },
    }),
  ],
});

/** The fields that keep a story or a page back from readers. */
export const release = (timeZone: string) => ({
  // No default: the CMS would set it in each opened story without the field, and so unpublish the story (see draftAtFirst).
  draft: choice("Status", "A new one is a draft until you choose “Published”.", ["Draft", "Published"]),
  publishDate: moment("Publish at", timeZone, "Not before this time. If empty, as soon as it is no longer a draft."),
  embargo: moment("Embargo until", timeZone),
  expires: moment("Take down at", timeZone),
});
