import * as v from "valibot";
import { reason } from "#content/parse.ts";
import { PageTypeSchema } from "#content/pages/staticPage.ts";
import type { Draft, PageFields } from "../../draft/draft.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { SourceContext, SourceFile } from "../source.ts";
import { type FrontMatter, frontMatter } from "./frontMatter.ts";
import { readMarkdown } from "./readMarkdown.ts";

/** The front matter fields that only pages of the paper have. */
const FIELDS = {
  type: PageTypeSchema,
  contents: v.boolean(),
  search: v.boolean(),
  menu: v.union([v.boolean(), v.pipe(v.string(), v.trim(), v.nonEmpty())], "must be true, false or a name"),
  weight: v.number(),
} satisfies { [Name in keyof PageFields]: v.GenericSchema<unknown, PageFields[Name]> };

const NAMES = Object.keys(FIELDS);

/** The page of a Markdown file, which is read like a story; none if it lacks title or text, which is reported. */
export function readPage(file: SourceFile, context: SourceContext): Draft[] {
  const { report } = context;
  const [draft] = readMarkdown(file, { ...context, isDated: () => true }, {}, NAMES);
  if (!draft) return [];
  if (draft.datePublished !== undefined)
    report({
      severity: "warning",
      file: file.path,
      place: "datePublished",
      message: "A page has no date, and is never among the stories; its date was left out.",
      remedy: "Remove the date; if it is a story, move the file to articles/.",
    });
  const meaningless = OF_STORIES.filter((field) => !isEmpty(draft[field]));
  if (meaningless.length > 0)
    report({
      severity: "notice",
      file: file.path,
      message: `Pages do not show ${meaningless.join(", ")}.`,
      remedy: "The fields of pages are in docs/pages.md.",
    });
  const matter = frontMatter(file.text);
  if ("error" in matter) return [];
  // The file name alone is not the slug of a page: its folders are part of the address too.
  const slug = matter.fields["slug"] === undefined ? undefined : draft.slug;
  return [{ ...draft, slug, datePublished: undefined, dateModified: undefined, page: pageFields(matter, file.path, report) }];
}

const OF_STORIES = [
  "section",
  "authors",
  "dateline",
  "topics",
  "places",
  "sponsor",
  "ai",
  "kind",
  "genre",
  "series",
  "urgency",
  "corrections",
  "citations",
  "discussion",
] as const;

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

function pageFields({ fields, lines }: FrontMatter, path: string, report: SourceContext["report"]): PageFields {
  const read = <Name extends keyof PageFields>(name: Name, schema: v.GenericSchema<unknown, PageFields[Name]>): PageFields[Name] => {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    const line = lines.get(name);
    const nearest = name === "type" && typeof value === "string" ? nearestName(value, PageTypeSchema.options) : undefined;
    const [issue] = result.issues;
    report({
      severity: "warning",
      file: path,
      place: line === undefined ? name : `line ${line}`,
      message: `The field "${name}" ${issue.type === "union" ? issue.message : reason(issue)}, so it was left out.`,
      remedy: "Correct it, or remove it; docs/pages.md has the fields of pages.",
      ...(nearest !== undefined && { nearest }),
    });
    return undefined;
  };
  return {
    type: read("type", FIELDS.type),
    contents: read("contents", FIELDS.contents),
    search: read("search", FIELDS.search),
    menu: read("menu", FIELDS.menu),
    weight: read("weight", FIELDS.weight),
  };
}
