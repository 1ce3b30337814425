import { dayIn } from "static-search/text/day";
import type { ItemValue } from "#content/collection.ts";
import type { Image } from "#content/image.ts";
import { milliseconds } from "#content/instant.ts";
import { safeUrl } from "../../body/safeUrl.ts";
import type { Draft } from "../../draft/draft.ts";
import { SKIPPED_SUFFIX } from "../../draft/problem.ts";
import { loadDrawing } from "../../features/charts/drawChart.ts";
import type { Collection, CollectionSettings, PropertySettings } from "../../settings/collectionSettings.ts";
import { oneLine } from "../../text/cleanText.ts";
import { DATE_REMEDY, instantOf } from "../../text/instantOf.ts";
import { isMissing, isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { ArticleContext } from "../article/articleContext.ts";
import { readArticle } from "../article/articleSource.ts";
import { readImage } from "../article/readImage.ts";
import { formOf } from "../markdown/forms.ts";
import { readMarkdown } from "../markdown/readMarkdown.ts";
import { reportSkipped } from "../reportSkipped.ts";
import type { SourceContext, SourceFile } from "../source.ts";

/**
 * The item of a file in the folder of a collection. It is read like a story, and may lack a text. A property that cannot be used is
 * reported and left out; only without the date by which the collection is ordered, the item is left out itself.
 */
export async function readItem(file: SourceFile, context: SourceContext, collection: Collection): Promise<Draft[]> {
  const { path } = file;
  if ("fault" in collection) {
    context.skip(`${collection.fault} Until it is mended, its items cannot be read.`, "unparsed");
    return [];
  }
  const isJson = /\.json$/iu.test(path);
  if (!isJson && formOf(path) === undefined) {
    const message = `An item of a collection is a file of Markdown or JSON${SKIPPED_SUFFIX}`;
    reportSkipped(context, { file: path, message, remedy: "Save it as one of these, or move it to the stories." });
    return [];
  }
  const { folder, settings } = collection;
  let values: Record<string, ItemValue> = {};
  let article: ArticleContext | undefined;
  const take = (raw: Raw, own: ArticleContext): void => {
    values = valuesOf(raw, settings, own);
    article = own;
  };
  const ofItem = { ...context, item: { names: Object.keys(settings.properties), take } };
  if (!isJson) await loadDrawing(file.text);
  const [draft] = isJson ? await readArticle(file, ofItem) : readMarkdown(file, ofItem);
  if (!draft) return [];
  const item: Draft = { ...draft, page: { item: { collection: folder, values } } };
  if (draft.held !== undefined) return [item];
  const start = settings.calendar?.start;
  if (start !== undefined && values[start] === undefined) {
    const message = `It has no ${start}, by which its collection is ordered${SKIPPED_SUFFIX}`;
    reportSkipped(context, { file: path, place: start, message, remedy: `Add it, such as ${start}: 2026-06-06.`, cause: "no date" });
    return [];
  }
  for (const name of settings.required)
    if (values[name] === undefined)
      article?.warn(
        name,
        `It has no ${name}, which collection.json requires; it is shown without.`,
        "warning",
        `Add ${name} to its fields.`,
      );
  return [item];
}

function valuesOf(raw: Raw, { properties }: CollectionSettings, article: ArticleContext): Record<string, ItemValue> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]): [string, ItemValue][] => {
      if (isMissing(raw[name])) return [];
      const read = valueOf(raw[name], name, property, article);
      if (typeof read === "object" && "wrong" in read) {
        article.warn(name, `${name} ${read.wrong}; it was left out.`, "warning", read.remedy, read.nearest);
        return [];
      }
      return read === undefined ? [] : [[name, read]];
    }),
  );
}

type Wrong = { wrong: string; remedy?: string; nearest?: string | undefined };

function valueOf(value: unknown, name: string, property: PropertySettings, article: ArticleContext): ItemValue | Wrong | undefined {
  const { type, format, enum: values } = property;
  if (type === "array") {
    const all = (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => (isMissing(each) ? [] : [textOf(each)]));
    const read = all.map((each) => (values ? oneOf(each, values) : each));
    return read.find((each) => typeof each === "object") ?? read.flatMap((each) => (typeof each === "string" && each !== "" ? [each] : []));
  }
  if (format === "picture") return pictureOf(value, name, article);
  if (Array.isArray(value) || (isRecord(value) && !(value instanceof Date)))
    return { wrong: "is no single value", remedy: "Write one text." };
  const text = value instanceof Date ? value.toISOString() : textOf(value);
  if (type === "number") {
    const number = Number(text.replace(/^(\d+),(\d+)$/u, "$1.$2"));
    return Number.isFinite(number) && text !== ""
      ? number
      : { wrong: `is “${text}”, which is no number`, remedy: `Write only the number, such as ${name}: 12.50.` };
  }
  if (format === "date" || format === "date-time") return dateOf(text, format, article.settings.timeZone);
  if (format === "uri") {
    const url = /^https?:\/\//iu.test(text) ? safeUrl(text, article.body.link) : undefined;
    return url ?? { wrong: `is “${text}”, which is no web address`, remedy: `Write it in full, such as ${name}: https://example.org/.` };
  }
  if (format === "text") return scalarText(value).trim();
  return values ? oneOf(text, values) : text;
}

const textOf = (value: unknown): string => oneLine(scalarText(value));

function oneOf(text: string, values: string[]): string | Wrong {
  const found = values.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  return {
    wrong: `is “${text}”, which is none of its values`,
    remedy: `Write one of ${values.join(", ")}.`,
    nearest: nearestName(text, values),
  };
}

/** A day as it is written ("2026-06-06"), or an instant. A day written for a moment is the whole day. */
function dateOf(text: string, format: "date" | "date-time", timeZone: string): string | Wrong {
  const instant = instantOf(text, timeZone);
  if (instant === undefined) return { wrong: `is “${text}”, which is no date that can be read`, remedy: DATE_REMEDY };
  const hasTime = /\d[T ,]+(?:at )?\d{1,2}:\d\d/iu.test(text);
  return format === "date-time" && hasTime ? instant : dayIn(timeZone)(milliseconds(instant));
}

function pictureOf(value: unknown, name: string, article: ArticleContext): Image | undefined {
  return readImage(value, name, article)?.image;
}
