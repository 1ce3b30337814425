import { EditionSchema } from "#content/edition/edition.ts";
import { ArchivePageSchema, IndexPageSchema } from "#content/pages/indexPage.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { parse } from "#content/parse.ts";
import {
  archivePath,
  dataFile,
  editionFile,
  frontFile,
  letterPath,
  listPath,
  placesPath,
  threadsFile,
  topicsPath,
  yearPath,
} from "#content/paths.ts";
import { RecentThreadsSchema } from "#content/recentThreads.ts";
import { fetchJson } from "./fetchArticle.ts";
import type { Source } from "./keep.ts";
import { type ListRef, listStories } from "./listStories.ts";

/**
 * Goes through a whole edition: its stories, newest first, then the front page,
 * the indexes, the archive, and every list with all of its pages, but of threads only recent ones.
 */
export const editionPages: Source = async function* (signal) {
  const lists = new Map<string, ListRef>();
  const note = (...some: ListRef[]) => some.forEach((list) => lists.set(listPath(list.kind, list.slug), list));
  const page = async (path: string) => {
    const { file, value } = await fetchJson(path, signal);
    return { value, found: { files: [file], slugs: [] } };
  };
  for await (const stories of listStories({ kind: "latest", slug: "" }, signal)) {
    note(...authorsOf(stories.list));
    yield stories;
  }
  yield (await page(frontFile)).found;
  const edition = await page(editionFile);
  note(...parse(EditionSchema, edition.value, "edition").sections.map(({ slug }) => ({ kind: "section" as const, slug })));
  for (const kind of ["topic", "place"] as const) {
    const waiting = [kind === "topic" ? topicsPath : placesPath];
    for (const path of waiting) {
      const { value, found } = await page(dataFile(path));
      for (const { slug: letter, names, more } of parse(IndexPageSchema, value, "index").letters) {
        note(...names.map(({ slug }) => ({ kind, slug })));
        if (more > 0) waiting.push(letterPath(kind, letter));
      }
      yield found;
    }
  }
  const threads = await page(threadsFile);
  note(...Object.keys(parse(RecentThreadsSchema, threads.value, "threads")).map((slug) => ({ kind: "thread" as const, slug })));
  yield threads.found;
  const archive = await page(dataFile(archivePath));
  yield archive.found;
  for (const { year, months } of parse(ArchivePageSchema, archive.value, "archive").years) {
    note(...months.map(({ month }) => ({ kind: "month" as const, slug: month })));
    yield (await page(dataFile(yearPath(year)))).found;
  }
  for (const list of lists.values()) for await (const { files } of listStories(list, signal)) yield { files, slugs: [] };
};

/** There is no index of authors, so they are found in their stories. */
function authorsOf({ days }: ListPage): ListRef[] {
  const PREFIX = "author:";
  const ids = days.flatMap(({ teasers }) => teasers.flatMap(({ about = [] }) => about));
  return ids.filter((id) => id.startsWith(PREFIX)).map((id) => ({ kind: "author", slug: id.slice(PREFIX.length) }));
}
