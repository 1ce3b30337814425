import { headingIds } from "../body/headingIds.ts";
import { htmlToInlines } from "../body/htmlToBlocks.ts";
import type { Draft } from "../draft/draft.ts";
import { bothReleases, releaseOf } from "../draft/release/release.ts";
import { releaseTable } from "../draft/release/releaseTable.ts";
import { type ArticleContext, withHtml } from "../reading/article/articleContext.ts";
import { draftFields } from "../reading/article/draftFields.ts";
import { readBlocks } from "../reading/article/readBlocks.ts";
import type { SourceExtension } from "../reading/custom/extension.ts";
import { type SourceItem, sourceItems, withLead } from "../reading/custom/sourceItems.ts";
import { escapeHtml } from "../text/escaped.ts";
import { type ArchiveContext, type ArchiveFormat, type ArchivePlace, archiveTime } from "./archiveFormat.ts";
import { isBeginning } from "./fields/isBeginning.ts";
import { withoutHeadline } from "./fields/withoutHeadline.ts";
import { jsonOf } from "./jsonOf.ts";

/** The archive format of a source that is written like a paper's own: see docs/extending.md. */
export function sourceArchive({ title, ...source }: SourceExtension & { title: string }): ArchiveFormat {
  const release = releaseTable(source.release ?? {});
  return {
    name: source.name,
    title,
    detects: (file) => source.detects?.(file) === true,
    async *read(file, context) {
      const json = async () => (await jsonOf(file, context))?.value;
      const items = await sourceItems(source, { path: file.path, text: await file.text(), json, types: context.options.types });
      const time = archiveTime(context, source.timeZone);
      for (const [index, item] of items.entries()) {
        if ("fault" in item) throw new Error(`The source ${source.name} ${item.fault}.`);
        const where = { file: file.path, place: item.place ?? `item ${index + 1}` };
        const ofStory = releaseOf(item.story, { ...time, dateField: "datePublished" });
        const { held = item.held, ...moments } = bothReleases(release(item.item ?? {}, time), ofStory);
        const id = item.story["id"];
        if (held !== undefined) context.skip(where, held, item.skipped === undefined && typeof id === "string" ? id : undefined);
        else {
          for (const problem of item.problems) context.report({ ...problem, ...where });
          if (item.skipped === undefined) yield { ...draftIn(item, where, context), ...moments };
          else context.skip(where, item.skipped);
        }
      }
    },
  };
}

function draftIn(item: SourceItem, where: ArchivePlace, context: ArchiveContext): Draft {
  const { story } = item;
  const reader = context.body(where, item.base);
  const article: ArticleContext = withHtml({
    settings: context.settings,
    once: context.once,
    body: reader,
    place: () => where.place,
    warn: (_, message, severity = "warning") => context.report({ severity, ...where, message }),
    // As HTML, so that a part that is not for everybody is found there too.
    words: (text) => htmlToInlines(escapeHtml(text), reader),
    headingId: headingIds(),
    postReleases: [],
  });
  const fields = draftFields(story, article);
  const text = withoutHeadline(readBlocks(story["body"], "body", article), fields.headline);
  const draft = withLead({ ...fields, ...where, body: text }, item);
  const { standfirst, body } = draft;
  const { postReleases } = article;
  return {
    ...draft,
    standfirst: standfirst === undefined || isBeginning(standfirst, body) ? undefined : standfirst,
    held: body.every(({ type }) => type === "correction") ? "It has no text." : undefined,
    ...(postReleases.length > 0 && { postReleases }),
  };
}
