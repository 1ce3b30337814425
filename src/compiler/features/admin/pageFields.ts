import type { VisibleField } from "@sveltia/cms";
import { PageTypeSchema } from "#content/pages/staticPage.ts";
import type { PageFields } from "../../draft/draft.ts";
import { body, choice, type Control, fieldsOf, names, picture, release, text } from "./controls.ts";

/** The form of a static page: a control for each field that only pages have, and for those that they share with stories. */
export function pageFields(timeZone: string): VisibleField[] {
  const { draft, publishDate, embargo, expires } = release(timeZone);
  const own = {
    menu: choice("In the menu"),
    weight: { widget: "number", label: "Place in the menu", hint: "The lowest comes first." },
    contents: choice("Table of contents"),
    search: choice("Found by search", "Yes by default."),
    type: { widget: "select", label: "Kind", options: [...PageTypeSchema.options], hint: "For search engines." },
  } satisfies Record<Exclude<keyof PageFields, "item">, Control>;
  return fieldsOf({
    title: { ...text("Title"), required: true },
    standfirst: { widget: "text", label: "Standfirst", hint: "One or two sentences under the title." },
    draft,
    body,
    image: picture("Picture"),
    ...own,
    publishDate,
    embargo,
    expires,
    slug: text("Address", "The last part of the address; if empty, the name of the file."),
    lang: text("Language", "If it differs from the edition's, such as de or pt-BR."),
    translationOf: text("Translation of", "The original: its address or its file."),
    aliases: names("Old addresses", "Addresses that must keep working."),
  });
}
