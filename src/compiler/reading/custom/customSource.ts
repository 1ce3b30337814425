import type { Draft } from "../../draft/draft.ts";
import { loadDrawing } from "../../features/charts/drawChart.ts";
import { bothReleases, type Release } from "../../draft/release/release.ts";
import { type ReleaseReader, releaseTable } from "../../draft/release/releaseTable.ts";
import { valuesIn } from "../../draft/release/releaseValues.ts";
import type { SourceExtension } from "./extension.ts";
import { messageOf } from "../../text/errorMessage.ts";
import { type ArticleContext, ofSource } from "../article/articleContext.ts";
import { draftOf } from "../article/articleSource.ts";
import { extensionOf } from "../../text/fileName.ts";
import { parseJson } from "../../text/parseJson.ts";
import { reportSkipped } from "../reportSkipped.ts";
import type { Source, SourceContext, SourceFile } from "../source.ts";
import { HEAD, placeOfField, placeWithin, type SourceItem, sourceItems, withoutRepeats } from "./sourceItems.ts";

/** A custom format of the paper, whose stories are read like article JSON. */
export function customSource(source: SourceExtension): Source {
  const { name, extensions } = source;
  const release = releaseTable(source.release ?? {});
  const isDetected = ({ path, text }: SourceFile) =>
    source.detects === undefined || source.detects({ path, head: text.slice(0, HEAD) }) === true;
  return {
    name,
    extensions: [...extensions],
    reads: (file) => {
      if (!extensions.includes(extensionOf(file.path))) return false;
      try {
        return isDetected(file);
      } catch {
        return true;
      }
    },
    read: async (file, context) => {
      const lose = (message: string, remedy: string) =>
        reportSkipped(context, { file: file.path, place: "line 1", message: `sources/${name} ${message}`, remedy });
      try {
        // One that throws is reported here.
        isDetected(file);
        const items = await sourceItems(source, { ...file, json: () => Promise.resolve(jsonIn(file, context)), types: [] });
        await loadDrawing(JSON.stringify(items));
        const timeZone = source.timeZone ?? context.settings.timeZone;
        const inZone = { ...context, settings: { ...context.settings, timeZone } };
        return items.flatMap((item): Draft[] => {
          if (!("fault" in item)) return draftsOf(item, release, file, inZone);
          lose(`${item.fault}.`, "A story is an object in the form of docs/article.md.");
          return [];
        });
      } catch (error) {
        lose(`failed: ${messageOf(error)}`, "Correct the file or the source.");
        return [];
      }
    },
  };
}

function jsonIn(file: SourceFile, context: SourceContext): unknown {
  const json = parseJson(file.text);
  if ("value" in json) return json.value;
  const message = `The file is not JSON: ${json.error}.`;
  reportSkipped(context, { file: file.path, place: json.place, message, remedy: "Correct it there.", cause: "unparsed" });
  return undefined;
}

function draftsOf(item: SourceItem, release: ReleaseReader, file: SourceFile, context: SourceContext): Draft[] {
  const { story, place, skipped, problems } = item;
  for (const problem of problems) context.report({ ...problem, file: file.path, place: placeWithin(place ?? "line 1", problem.place) });
  if (skipped === undefined) {
    const drafts = draftOf(story, file, context, {
      release: releaseOf(item, release, file, context),
      ...(place !== undefined && { place: placeOfField(item, place) }),
      articleOf: (article) => withItem(article, item),
    });
    return drafts.map((draft) => withoutRepeats(draft, item));
  }
  context.skip(skipped, "meant");
  return [];
}

function releaseOf({ item, held }: SourceItem, release: ReleaseReader, file: SourceFile, context: SourceContext): Release {
  const { timeZone } = context.settings;
  const time = { timeZone, values: context.values ?? valuesIn(file.path, context.once) };
  const own = item === undefined ? {} : release(item, time);
  return bothReleases(own, held === undefined ? {} : { held });
}

function withItem(article: ArticleContext, { place, base }: SourceItem): ArticleContext {
  const { link } = article.body;
  const isOfBase = (href: string) => base !== undefined && !href.startsWith("#") && URL.canParse(href, base);
  const resolved = (href: string) => (isOfBase(href) ? new URL(href, base).href : link(href));
  return ofSource({ ...article, body: { ...article.body, place: () => place ?? "line 1", link: resolved } });
}
