import { loadDrawing } from "../../features/charts/drawChart.ts";
import { counted } from "../../text/counted.ts";
import type { Draft } from "../../draft/draft.ts";
import { meaningOf, RELEASE_NAMES, withholds } from "../../draft/release/releaseFields.ts";
import { bothReleases, type Release, releaseOf } from "../../draft/release/release.ts";
import { SKIPPED_SUFFIX } from "../../draft/problem.ts";
import { missingFields } from "../missingFields.ts";
import { releaseContext } from "../releaseContext.ts";
import { reportSkipped } from "../reportSkipped.ts";
import { chartReader, storyLanguage } from "../chartReader.ts";
import { fileName } from "../../text/fileName.ts";
import { parseJson } from "../../text/parseJson.ts";
import { repeatedKeyDoubt, repeatedKeys, repeatedKeyProblem } from "../../text/repeatedKeys.ts";
import { tooManyFields } from "../inputLimits.ts";
import type { Source, SourceContext, SourceFile } from "../source.ts";
import { withCustomBlocks } from "../custom/customBlocks.ts";
import { type ArticleContext, articleContext, type ItemContext } from "./articleContext.ts";
import { draftFields } from "./draftFields.ts";
import { readBlocks } from "./readBlocks.ts";
import { readComments } from "./readComments.ts";
import { isMissing, isRecord, type Raw } from "../../text/jsonRecord.ts";
import { reportUnknown } from "./reportUnknown.ts";

/**
 * An article as JSON: what Broadsheet itself writes (docs/article.md), alone or
 * as an article's page, and the shorter form that people write by hand.
 */
export const articleSource: Source = {
  name: "Article JSON",
  extensions: ["json"],
  reads: ({ path, text }) => {
    if (!path.toLowerCase().endsWith(".json")) return false;
    const json = parseJson(text);
    return "error" in json ? isMeantAsArticle(text) : isArticle(articleIn(json.value)) || listIn(json.value).length > 0;
  },
  read: readArticle,
};

/** The article, or the item of a collection, in a file of JSON; none if a required field is missing, which is reported. */
export async function readArticle(file: SourceFile, context: ItemContext): Promise<Draft[]> {
  await loadDrawing(file.text);
  const json = parseJson(file.text);
  if ("error" in json) {
    const remedy = "Correct it there; usually a comma or a quotation mark is missing.";
    reportSkipped(context, {
      severity: "error",
      file: file.path,
      place: json.place,
      message: `The file is not JSON: ${json.error}.`,
      remedy,
      cause: "unparsed",
    });
    return [];
  }
  const raw = articleIn(json.value);
  const list = isArticle(raw) ? [] : listIn(json.value);
  if (list.length > 0) return loseList(list.length, file.path, context);
  if (!isRecord(raw)) {
    reportSkipped(context, { file: file.path, ...missingFields(REQUIRED, []) });
    return [];
  }
  const repeated = repeatedKeys(file.text);
  // The parser has only the last value.
  const doubt = repeated.find(({ name }) => withholds(name));
  if (doubt) {
    const message = `${repeatedKeyDoubt(doubt.name)}.`;
    const place = `line ${doubt.line}`;
    reportSkipped(context, { severity: "error", file: file.path, place, message, remedy: "Remove one of them.", cause: "unparsed" });
    return [];
  }
  for (const { name, line } of repeated)
    context.report({ severity: "warning", file: file.path, place: `line ${line}`, ...repeatedKeyProblem(name) });
  return draftOf(raw, file, context, { beside: json.value });
}

type Around = {
  /** The object around it, which may also say when it is released. */
  beside?: unknown;
  /** What is known besides about when it is released. */
  release?: Release;
  /** The place of a field in the file; its path by default. */
  place?: ArticleContext["place"];
  /** The context in which its fields are read, by that of an article of its file. */
  articleOf?: (article: ArticleContext) => ArticleContext;
};

/** The draft of an article in JSON form; none if a required field is missing, which is reported. */
export function draftOf(
  raw: Raw,
  file: SourceFile,
  context: ItemContext,
  { beside = raw, release: known = {}, place, articleOf = (article) => article }: Around = {},
): Draft[] {
  const excess = tooManyFields(raw);
  if (excess !== undefined) {
    reportSkipped(context, {
      file: file.path,
      message: `It ${excess}${SKIPPED_SUFFIX}`,
      remedy: "Remove those that are not about the story.",
    });
    return [];
  }
  const others = context.item?.names ?? [];
  const unknown = Object.keys(raw).filter((name) => !KNOWN.has(name) && meaningOf(name) === undefined && !others.includes(name));
  const release = bothReleases(known, releaseIn(raw, beside, unknown, file.path, context));
  const postOf = context.storyOf?.(file.path);
  const missing = REQUIRED.filter(
    (key) => isMissing(raw[key]) && !(key === "headline" && postOf !== undefined) && !(key === "body" && context.item),
  );
  if (missing.length > 0 && (release.held === undefined || release.tier !== undefined)) {
    reportSkipped(context, { file: file.path, ...missingFields(missing, unknown) });
    return [];
  }
  const plain = articleContext(file, context, place && { place });
  const chart = chartReader(file.path, context, raw["inLanguage"], plain.words);
  const language = storyLanguage(raw["inLanguage"], context.settings);
  const own = articleOf(withCustomBlocks({ ...plain, body: { ...plain.body, chart, language } }, file, context));
  reportUnknown(unknown, others.length === 0 ? NAMES : new Set([...NAMES, ...others]), file.path, context);
  context.item?.take(raw, own);
  const fields = draftFields(raw, own);
  const comments = readComments(raw["comments"], "comments", own);
  const text = { body: isMissing(raw["body"]) ? [] : readBlocks(raw["body"], "body", own), ...(comments.length > 0 && { comments }) };
  const draft = { ...fields, slug: fields.slug ?? fileName(file.path).slug, ...text, postOf, file: file.path };
  const hasPosts = draft.body.some(({ type }) => type === "post");
  const { postReleases } = own;
  return [{ ...draft, ...release, ...(postReleases.length > 0 && { postReleases }), ...(hasPosts && { liveBlog: fields.liveBlog ?? {} }) }];
}

/** A file holds one story: its address, pictures and problems depend on the file's path. */
function loseList(count: number, file: string, context: SourceContext): Draft[] {
  const message = `The file holds a list of ${counted(count, "story", "stories")}; lists are not read.`;
  reportSkipped(context, { file, place: "line 1", message, remedy: "Give each story a file of its own." });
  for (let more = 1; more < count; more += 1) context.skip(message);
  return [];
}

/** Fields beside an article apply to it too: { "status": "draft", "article": { … } }. */
function releaseIn(raw: Raw, json: unknown, unknown: string[], file: string, context: SourceContext): Release {
  const { settings, inherited } = context;
  const known = releaseContext(file, context);
  const of = { timeZone: settings.timeZone, dateField: "datePublished", file, unknown, inherited: inherited(file), ...known };
  return bothReleases(releaseOf(raw, of), isRecord(json) && json !== raw ? releaseOf(json, of) : {});
}

const REQUIRED = ["headline", "body", "datePublished"];

/** Fields with a meaning here. Of these, compiling computes `readingMinutes` and `translations` anew and has no use for `$schema`. */
const KNOWN = new Set(
  [
    "headline body datePublished id slug standfirst section authors dateModified dateline topics places series image audio inLanguage translationOf translationKey",
    "direction sponsor ai kind genre urgency corrections citations discussion comments url oldUrls",
    "readingMinutes translations $schema type",
    "liveBlog coverageStartTime coverageEndTime ended key pinned",
  ].flatMap((line) => line.split(" ")),
);

/** The name of every field that means something here. */
const NAMES: ReadonlySet<string> = new Set([...KNOWN, ...RELEASE_NAMES]);

/** The articles of a list, or of a list in a field. Items without a body only list pages, and do not count. */
function listIn(json: unknown): unknown[] {
  const lists = isRecord(json)
    ? Object.values(json).filter((value) => Array.isArray(value))
    : [json].filter((value) => Array.isArray(value));
  const found = lists.map((list) => list.map(articleIn).filter((each) => isArticle(each) && isRecord(each) && "body" in each));
  return found.find((list) => list.length > 0) ?? [];
}

const articleIn = (json: unknown): unknown => (isRecord(json) && isRecord(json["article"]) ? json["article"] : json);

/** Whether invalid JSON is meant as an article. Other fields make it another program's settings, tags or front matter a template. */
const isMeantAsArticle = (text: string): boolean =>
  (/"(?:headline|title|body|datePublished)"/u.test(text) || !/"[^"\n]*"\s*:/u.test(text)) && !/^\uFEFF?---\s*\n|\{[{%]/u.test(text);

/** The folder may hold other programs' JSON too: an article has a headline, or the other two required fields. */
const isArticle = (json: unknown): boolean => isRecord(json) && ("headline" in json || REQUIRED.filter((key) => key in json).length >= 2);
