import { headingIds } from "../body/headingIds.ts";
import { htmlToInlines } from "../body/htmlToBlocks.ts";
import type { Draft } from "../draft/draft.ts";
import { bothReleases, releaseOf } from "../draft/release/release.ts";
import { releaseTable } from "../draft/release/releaseTable.ts";
import { type ArticleContext, ofSource } from "../reading/article/articleContext.ts";
import { draftFields } from "../reading/article/draftFields.ts";
import { readBlocks } from "../reading/article/readBlocks.ts";
import type { SourceExtension } from "../reading/custom/extension.ts";
import { placeOfField, placeWithin, type SourceItem, sourceItems, withoutRepeats } from "../reading/custom/sourceItems.ts";
import { escapeHtml } from "../text/escaped.ts";
import { type ArchiveContext, type ArchiveFile, type ArchiveFormat, type ArchivePlace, archiveTime } from "./archiveFormat.ts";
import { jsonIn } from "./jsonOf.ts";

type Source = SourceExtension & {
  title: string;
  /** Of a format whose items are in several files: their value as JSON, by the file that is detected. */
  gather?: (file: ArchiveFile) => Promise<unknown>;
  owns?: ArchiveFormat["owns"];
};

/** The archive format of a source that is written like a paper's own: see docs/extending.md. */
export function sourceArchive({ title, owns, ...source }: Source): ArchiveFormat {
  const release = releaseTable(source.release ?? {});
  return {
    name: source.name,
    title,
    ...(owns && { owns }),
    detects: (file) => source.detects?.(file) === true,
    async *read(file, context) {
      const items = await itemsOf(source, file, context);
      const time = archiveTime(context, source.timeZone);
      for (const [index, item] of items.entries()) {
        if ("fault" in item) throw new Error(`The source ${source.name} ${item.fault}.`);
        const where = { file: file.path, place: item.place ?? `item ${index + 1}` };
        const ofStory = releaseOf(item.story, { ...time, dateField: "datePublished" });
        const { held = item.held, ...moments } = bothReleases(release(item.item ?? {}, time), ofStory);
        const id = item.story["id"];
        // The id counts even if the item has become another kind of item: a story may have been imported under it.
        if (held !== undefined) context.skip(where, held, { id: typeof id === "string" ? id : undefined });
        else {
          for (const problem of item.problems) context.report({ ...problem, ...where, place: placeWithin(where.place, problem.place) });
          if (item.skipped === undefined) yield { ...draftIn(item, where, context, time), ...moments };
          else context.skip(where, item.skipped);
        }
      }
    },
  };
}

/** The items of a file, which is read once: large texts are not held longer than needed. */
async function itemsOf(source: Omit<Source, "title">, file: ArchiveFile, context: ArchiveContext): ReturnType<typeof sourceItems> {
  const text = await file.text();
  const json = () => source.gather?.(file) ?? Promise.resolve(jsonIn(text, file, context)?.value);
  return sourceItems(source, { path: file.path, text, json, types: context.options.types });
}

function draftIn(item: SourceItem, where: ArchivePlace, context: ArchiveContext, time: ReturnType<typeof archiveTime>): Draft {
  const { story } = item;
  const { timeZone, ...archive } = time;
  const reader = context.body(where, item.base);
  const place = placeOfField(item, where.place);
  const article: ArticleContext = ofSource({
    settings: { ...context.settings, timeZone },
    once: context.once,
    body: reader,
    place,
    warn: (path, message, severity = "warning") => context.report({ severity, file: where.file, place: place(path), message }),
    // As HTML, so that a part that is not for everybody is found there too.
    words: (text) => htmlToInlines(escapeHtml(text), reader),
    headingId: headingIds(),
    postReleases: [],
    archive,
  });
  const fields = draftFields(story, article);
  const draft = withoutRepeats({ ...fields, ...where, body: readBlocks(story["body"], "body", article) }, item);
  const { postReleases } = article;
  const posts = draft.body.filter(({ type }) => type === "post");
  const others = draft.body.filter(({ type }) => type !== "post");
  // A story may consist of its first picture alone.
  const isEmpty = draft.body.every(({ type }) => type === "correction") && draft.image === fields.image;
  return {
    ...draft,
    ...(posts.length > 0 && { body: [...others, ...posts], liveBlog: fields.liveBlog ?? {} }),
    ...(postReleases.length > 0 && { postReleases }),
    empty: isEmpty ? "It has no text." : undefined,
  };
}
