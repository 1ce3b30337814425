import type { VisibleField } from "@sveltia/cms";
import type { Article, Ref } from "#content/article.ts";
import { DirectionSchema } from "#content/blocks/inline.ts";
import { AiUseSchema, KindSchema } from "#content/labels.ts";
import { body, type Control, fieldsOf, moment, names, picture, release, text } from "./controls.ts";

/** What the forms of the desk need to know about the edition. */
export type Choices = { sections: Ref[]; timeZone: string };

/** The fields of an article that nobody writes by hand. */
type FoundOut = "id" | "readingMinutes" | "translations" | "comments" | "liveBlog" | "members";

/**
 * The form of a story: a control for each field of the contract, in the order in
 * which a story is written, and for each field that keeps it back from readers.
 */
export function articleFields({ sections, timeZone }: Choices): VisibleField[] {
  const { draft, publishDate, embargo, expires } = release(timeZone);
  const controls = {
    headline: { ...text("Headline"), required: true },
    standfirst: { widget: "text", label: "Standfirst", hint: "One or two sentences under the headline." },
    draft,
    section:
      sections.length === 0
        ? text("Section")
        : { widget: "select", label: "Section", options: sections.map(({ slug, name }) => ({ label: name, value: slug })) },
    authors: names("Authors", "People or desks, by name."),
    datePublished: { ...moment("Date", timeZone), required: true, default: "{{now}}" },
    dateline: text("Dateline", "Where it was written."),
    image: picture("Lead picture"),
    audio: {
      widget: "object",
      label: "Recording",
      collapsed: "auto",
      hint: "The story read aloud, or an episode of a podcast.",
      fields: fieldsOf({
        file: { widget: "file", label: "File" },
        title: text("Title"),
        kind: { widget: "select", label: "Kind", options: ["episode", "narration"] },
        transcript: { widget: "file", label: "Transcript", hint: "WebVTT, SubRip or a text." },
        chapters: { widget: "file", label: "Chapters", hint: "A WebVTT file." },
        credit: text("Credit", "Who made it."),
      }),
    },
    body,
    topics: names("Topics", "The most specific first."),
    places: names("Places", "The nearest first."),
    ...LABELS,
    series: text("Series", "The name of the series that the story is a part of."),
    part: { widget: "number", label: "Part", value_type: "int", min: 1, hint: "Its number, if the dates do not give the order." },
    urgency: { widget: "number", label: "Urgency", value_type: "int", min: 1, max: 9, hint: "1 leads the front page." },
    publishDate,
    embargo,
    expires,
    dateModified: moment("Updated", timeZone, "When it was last changed for readers."),
    corrections: listed("Corrections", "Correction", {
      date: { ...moment("Date", timeZone), required: true },
      text: { ...text("What was wrong"), required: true },
    }),
    citations: listed("Sources", "Source", { title: { ...text("Title"), required: true }, url: text("Address") }),
    discussion: text("Discussion", "The address of the Mastodon or Bluesky post whose replies are shown, or of any other page."),
    slug: text("Address", "The last part of the address; if empty, the name of the file."),
    inLanguage: text("Language", "If it differs from the edition's, such as de or pt-BR."),
    translationOf: text("Translation of", "The original: its address (slug) or its file."),
    direction: { widget: "select", label: "Direction", options: [...DirectionSchema.options] },
    url: text("Canonical address", "Where the story was first published, if that is elsewhere."),
    oldUrls: names("Old addresses", "Addresses that must keep working."),
  } satisfies Record<Exclude<keyof Article, FoundOut> | keyof ReturnType<typeof release> | "part", Control>;
  return fieldsOf(controls);
}

/** What readers are told about a story. */
const LABELS = {
  sponsor: {
    widget: "object",
    label: "Sponsor",
    collapsed: true,
    required: false,
    hint: "Who has paid for the story, if it is an advertisement.",
    fields: fieldsOf({ name: text("Name"), url: text("Address"), logo: { widget: "image", label: "Logo" } }),
  },
  ai: {
    widget: "object",
    label: "Use of AI",
    collapsed: true,
    required: false,
    fields: fieldsOf({
      for: { widget: "select", label: "For", multiple: true, options: [...AiUseSchema.options] },
      system: text("System", "Such as DeepL."),
      checkedBy: text("Checked by", "A person or a desk."),
    }),
  },
  kind: { widget: "select", label: "Kind", options: [...KindSchema.options], hint: "If it is not news." },
  genre: text("Genre", "Such as Review, Obituary or Long read."),
} satisfies Record<string, Control>;

const listed = (label: string, singular: string, controls: Record<string, Control>) => ({
  widget: "list" as const,
  label,
  label_singular: singular,
  fields: fieldsOf(controls),
});
