import type { Block } from "#content/blocks/block.ts";
import { htmlToBlocks, htmlToInlines } from "../../body/htmlToBlocks.ts";
import type { BodyContext } from "../../body/bodyContext.ts";
import { replaceSpans } from "../../text/replaceSpans.ts";
import { placesInOne } from "../../draft/problem.ts";
import type { Draft } from "../../draft/draft.ts";
import { instantOf } from "../../text/instantOf.ts";
import { bothReleases, releaseOf } from "../../draft/release/release.ts";
import { articleContext, type ArticleContext, type ItemContext } from "../article/articleContext.ts";
import { draftFields } from "../article/draftFields.ts";
import { reportUnknown } from "../article/reportUnknown.ts";
import type { SourceContext, SourceFile } from "../source.ts";
import { chartReader, storyLanguage } from "../chartReader.ts";
import { citeLinkedPage } from "../citeLinkedPage.ts";
import { bracketEmbeds } from "./bracketEmbeds.ts";
import { tableCaptions, takeHeadline } from "./conventions.ts";
import { isKnown, NAMES } from "./fieldNames.ts";
import { dayIn, fileName, headlineInName } from "../../text/fileName.ts";
import { reportSkipped } from "../reportSkipped.ts";
import { missingFields } from "../missingFields.ts";
import { releaseContext } from "../releaseContext.ts";
import { type FrontMatter, frontMatter } from "./frontMatter.ts";
import { exportedFields, mdxToMarkdown } from "./mdx/mdx.ts";
import { type OwnFields, ownFields } from "./ownFields.ts";
import { withCustomBlocks } from "../custom/customBlocks.ts";
import { foreignHeader } from "./foreignHeader.ts";
import { formOf, UNDATED_PAGE } from "./forms.ts";
import { isJsx } from "./mdx/isJsx.ts";
import { mystPost } from "./mystPost.ts";
import { notionPage } from "./notionPage.ts";
import { otherForm } from "./otherForm.ts";
import { pelicanLinks } from "./pelicanLinks.ts";
import { hasNoFields, releaseOfText, withoutParts } from "./releaseOfText.ts";
import { renderLine, renderMarkdown } from "./renderMarkdown.ts";
import { withoutMarks } from "./withoutMarks.ts";
import { unfinishedMerge } from "./unfinishedMerge.ts";
import type { UnsetMarks } from "./unsetMarks.ts";
import { type TagReport, templateTags, withoutComments } from "./templateTags.ts";

/**
 * The article of a Markdown file; none if a required field is missing, which is reported.
 * @param beside fields that apply if the file itself does not have them
 * @param others names of fields that mean something to the caller
 */
export function readMarkdown(
  file: SourceFile,
  context: ItemContext,
  beside: FrontMatter["fields"] = {},
  others: readonly string[] = context.item?.names ?? [],
): Draft[] {
  const all = readMatter(file, context, beside);
  if (!all) return [];
  const { held, matter } = withoutParts(all, file, context);
  const own = ownFields(matter.fields, context.settings.url, others.length > 0);
  for (const { name, reason } of own.unread) reportUnread(name, reason, file.path, context.once);
  const unknown = Object.keys(matter.fields).filter((name) => !isKnown(name) && !others.includes(name));
  reportUnknown(unknown, new Set([...NAMES, ...others]), file.path, context);
  const article = contextOf(file, context, matter, own.from);
  context.item?.take(matter.fields, article);
  const named = fileName(file.path);
  const day = isReadable(own.fields["datePublished"], context.settings.timeZone) ? undefined : dayOf(file.path, own, context.once);
  const given = { ...defined(own.fields), ...(day !== undefined && { datePublished: day }) };
  const fields = { slug: named.slug, ...draftFields(given, article) };
  const { headline, body: text } = takeHeadline(
    readBody(matter, article),
    fields.headline ?? headlineOfName(file.path, matter.body, context.namesAreHeadlines),
  );
  const { body, citations } = citeLinkedPage(own.fields.about, { headline, body: text, citations: fields.citations });
  const postOf = context.storyOf?.(file.path);
  const isUntitled = postOf !== undefined || (context.namesUntitled && fields.datePublished !== undefined);
  const missing = [
    ...(headline === undefined && !isUntitled ? ["headline"] : []),
    ...(body.length === 0 && !context.item ? ["text"] : []),
    ...(fields.datePublished === undefined && context.isDated?.(file.path) !== true ? ["date"] : []),
  ];
  const ofFields = releaseOf(without(matter.fields, others), {
    timeZone: context.settings.timeZone,
    dateField: own.from.get("datePublished"),
    file: file.path,
    unknown,
    inherited: context.inherited(file.path),
    ...releaseContext(file.path, context),
  });
  const release = bothReleases(ofFields, bothReleases(releaseOfText(matter, file, context), held === undefined ? {} : { held }));
  const isHeld = release.held !== undefined && release.tier === undefined;
  if (missing.includes("date") && !isHeld && context.isPage?.(file.path) === true) {
    context.skip(UNDATED_PAGE, "meant");
    return [];
  }
  if (missing.length > 0 && !isHeld) {
    const form = missing.some((name) => name !== "text") ? otherForm(matter.body, matter.bodyLine, matter.fields, unknown) : undefined;
    reportSkipped(context, { file: file.path, ...missingFields(missing, unknown, form) });
    return [];
  }
  return [{ ...fields, slug: fields.slug ?? named.slug, headline, body, citations, postOf, file: file.path, ...release }];
}

/** The front matter and text of a file; undefined, reported, if its fields cannot be read. */
function readMatter(file: SourceFile, context: SourceContext, beside: FrontMatter["fields"]): FrontMatter | undefined {
  const merge = unfinishedMerge(file.text);
  if (merge !== undefined) {
    const message = "A merge was not finished here, so that the file has two versions.";
    const remedy = "Keep one of them, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.";
    reportSkipped(context, { severity: "error", file: file.path, place: `line ${merge}`, message, remedy, cause: "unparsed" });
    return undefined;
  }
  const matter = withFields(matterOf(file), beside);
  if ("error" in matter) {
    const place = matter.line === undefined ? {} : { place: `line ${matter.line}` };
    const message = `The front matter cannot be read: ${matter.error.replace(/[.\s]+$/u, "")}.`;
    const remedy = "Correct it there; text that contains a colon or a quotation mark needs quotation marks around it.";
    reportSkipped(context, { severity: "error", file: file.path, ...place, message, remedy, cause: "front matter" });
    return undefined;
  }
  for (const { error, line } of matter.warnings)
    context.report({
      severity: "warning",
      file: file.path,
      ...(line !== undefined && { place: `line ${line}` }),
      message: `${error}.`,
      remedy: "Correct it there.",
    });
  return matter;
}

/** The headline of a note without another: the name of its file, unless the text begins with a heading of the first level. */
const headlineOfName = (path: string, text: string, isAlways?: true): string | undefined =>
  formOf(path) === "html" || /^\s*(?:#[ \t]|\S[^\n]*\n=+[ \t]*(?:\n|$)|<h1\b)/u.test(text)
    ? undefined
    : headlineInName(path, /\[\[[^[\]\n]+\]\]/u.test(text), isAlways);

/** "11-9-2017" may be either of two dates; the file name may tell which. */
const isReadable = (date: unknown, timeZone: string): boolean =>
  typeof date === "string" ? instantOf(date, timeZone) !== undefined : date !== undefined;

/** The date of a file without a field for it: from its name, its folders or its address. Reported, except for names in Jekyll's form. */
function dayOf(file: string, { fields }: OwnFields, once: SourceContext["once"]): string | undefined {
  const { date } = fileName(file);
  if (date !== undefined && new RegExp(`(?:^|/)${date}-`, "u").test(file)) return date;
  const [address] = (Array.isArray(fields["oldUrls"]) ? fields["oldUrls"] : []).flatMap((url: unknown) =>
    typeof url === "string" ? (dayIn(url) ?? []) : [],
  );
  const day = date ?? address;
  if (day === undefined) return undefined;
  const where = date === undefined ? "of its address" : "in the names of the file and its folders";
  const message = `No field gives its date, so the day ${where} was taken (reported once for all files).`;
  once(`day ${where}`, { severity: "notice", file, message, remedy: "Write a date into the front matter where that is wrong." });
  return day;
}

/** Without front matter, a text may have a header of another program, and MDX may export its fields. */
function matterOf({ path, text }: SourceFile): ReturnType<typeof frontMatter> {
  const own = frontMatter(text);
  if ("error" in own) return own;
  const isEmpty = Object.keys(own.fields).length === 0;
  if (formOf(path) === "mdx") return isEmpty ? { ...own, fields: exportedFields(own.body) } : own;
  const matter = mystPost((hasNoFields(own) ? (notionPage(path, own) ?? foreignHeader(own.body)) : undefined) ?? own);
  const fields = Object.entries(matter.fields).map(([name, value]) => [
    name,
    typeof value === "string" ? pelicanLinks(value, path) : value,
  ]);
  return { ...matter, fields: Object.fromEntries(fields), body: pelicanLinks(matter.body, path) };
}

const withFields = (matter: ReturnType<typeof frontMatter>, fields: FrontMatter["fields"]): ReturnType<typeof frontMatter> =>
  "error" in matter ? matter : { ...matter, fields: { ...fields, ...matter.fields } };

/** Reported once, since a thousand files may share it. */
function reportUnread(name: string, reason: string, file: string, once: SourceContext["once"]): void {
  const message = `The field "${name}" was not read, ${reason} (reported once for all files).`;
  once(`unread ${name} ${reason}`, { severity: "notice", file, place: name, message, remedy: "Put what is missed into the text." });
}

/** Problems give the line of a field, or the name that the file uses for it. */
function contextOf(file: SourceFile, context: SourceContext, { lines, fields }: FrontMatter, from: Map<string, string>): ArticleContext {
  const plain = articleContext(file, context, {
    place: (path) => {
      const [field = "", ...rest] = path.split(".");
      const name = from.get(field) ?? field;
      const line = lines.get(name);
      return line === undefined ? [name, ...rest].join(".") : `line ${line}`;
    },
  });
  const inLanguage = fields["inLanguage"] ?? fields["lang"] ?? fields["language"];
  const body = { ...plain.body, titleIsCaption: true, language: storyLanguage(inLanguage, context.settings) };
  const inFields = { ...body, place: () => "front matter" };
  const reportTag: TagReport = (_, problem, about) =>
    context.report({ severity: "warning", file: file.path, about, remedy: FOR_TAG, ...problem });
  const words = (text: string) => htmlToInlines(renderLine(templateTags(text, fields, reportTag)), inFields);
  const chart = chartReader(file.path, context, inLanguage, words);
  return withCustomBlocks({ ...plain, body: { ...body, chart }, words }, file, context);
}

function readBody({ body: raw, bodyLine, fields }: FrontMatter, { body: plain, headingId }: ArticleContext): Block[] {
  const own = formOf(plain.file);
  const body = bracketEmbeds(raw, own === "html");
  const form = own === "markdown" && isJsx(body) ? "mdx" : own;
  plain.seen?.(withoutComments(body, own === "html"));
  const context = { ...plain, seen: undefined, written: withoutMarks(body, form) };
  const place = (line: number) => `line ${line + bodyLine - 1}`;
  const warn = (line: number, message: string, remedy: string) =>
    context.report({ severity: "warning", file: context.file, place: place(line), message, remedy });
  const reportTag: TagReport = (line, problem) =>
    context.report({ severity: "warning", file: context.file, place: place(line), remedy: FOR_TAG, ...problem });
  const text = form === "mdx" ? mdxToMarkdown(body, fields, reportTag) : templateTags(body, fields, reportTag, form === "html");
  if (form === "html") return htmlToBlocks(text, { ...context, place }, headingId);
  const names = context.custom?.names ?? [];
  const { html, lineOf, marks, broken } = renderMarkdown(text, names);
  reportMarks(marks, place, context);
  for (const { line, ...directive } of broken)
    context.report({ severity: "warning", file: context.file, place: place(line), ...directive });
  for (const line of brokenTags(html))
    warn(
      lineOf(line),
      "An HTML tag is written wrongly, so its source appears in the text; often a quotation mark is missing or doubled.",
      "Correct the tag.",
    );
  return tableCaptions(htmlToBlocks(html, { ...context, place: (line) => place(lineOf(line)) }, headingId));
}

const FOR_TAG = "Put what it stands for into the text.";

function reportMarks(
  { maths, notes, inclusions, references, deep, rows }: UnsetMarks,
  place: (line: number) => string,
  { file, report }: BodyContext,
): void {
  const reportAt = (severity: "warning" | "notice", lines: number[], message: string, remedy: string) => {
    const where = placesInOne(lines.map(place));
    if (where !== undefined) report({ severity, file, place: where, message, remedy });
  };
  for (const { line, error } of maths)
    reportAt(
      "warning",
      [line],
      `A formula cannot be read, and appears as written: ${error}.`,
      "Correct it, or write \\$ for a dollar sign.",
    );
  reportAt(
    "warning",
    inclusions,
    "A note that is shown inside another (![[…]]) is a link here.",
    "Put its words there, if they belong there.",
  );
  reportAt(
    "warning",
    rows,
    "A row of a table has more cells than its head; the extra cells were left out.",
    "Give the head a cell for each column.",
  );
  reportAt(
    "warning",
    deep,
    "Quotes and lists are nested too deeply here; only their text was kept.",
    "Remove those that only wrap others.",
  );
  for (const { written, line } of references)
    reportAt("warning", [line], `${written} refers to nothing that is defined, so it appears as written.`, DEFINE);
  for (const { name, line } of notes)
    reportAt("warning", [line], `Nothing refers to the note [^${name}], so it was left out.`, `Put [^${name}] where it belongs.`);
}

const DEFINE = "Define it in a line of its own ([label]: https://…, or [^note]: words); a \\ before the bracket makes it plain text.";

/** The lines of the HTML in which a tag came out as text, except in code, which may show tags. */
function brokenTags(html: string): number[] {
  const text = replaceSpans(
    html,
    /<(?:pre|code)\b/gu,
    (start) => `</${start.slice(1)}>`,
    (code) => code.replace(/[^\n]/gu, ""),
  );
  return text.split("\n").flatMap((line, index) => (/&lt;(?:a|img|iframe|div|figure|span|p) [a-z-]+=/iu.test(line) ? [index + 1] : []));
}

const without = (fields: FrontMatter["fields"], names: readonly string[]): FrontMatter["fields"] =>
  names.length === 0 ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const defined = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
