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
import { keepJson } from "./files.ts";
import type { Source } from "./keep.ts";
import { type ListRef, listStories } from "./listStories.ts";

/**
 * Goes through a whole edition: its stories, newest first, then the front page,
 * the indexes, the archive, and every list with all of its pages, but of threads only recent ones.
 */
export const editionPages: Source = async function* (signal) {
  const lists = new Map<string, ListRef>();
  const note = (...some: ListRef[]) => some.forEach((list) => lists.set(listPath(list.kind, list.slug), list));
  const keep = async (file: string) => {
    const { url, bytes, value } = await keepJson(file, signal);
    return { value, kept: { page: { files: [url], bytes }, slugs: [] } };
  };
  for await (const page of listStories({ kind: "latest", slug: "" }, signal)) {
    note(...authorsOf(page.list));
    yield page;
  }
  yield (await keep(frontFile)).kept;
  const edition = await keep(editionFile);
  note(...parse(EditionSchema, edition.value, "edition").sections.map(({ slug }) => ({ kind: "section" as const, slug })));
  for (const kind of ["topic", "place"] as const) {
    const waiting = [kind === "topic" ? topicsPath : placesPath];
    for (const path of waiting) {
      const { value, kept } = await keep(dataFile(path));
      for (const { slug: letter, names, more } of parse(IndexPageSchema, value, "index").letters) {
        note(...names.map(({ slug }) => ({ kind, slug })));
        if (more > 0) waiting.push(letterPath(kind, letter));
      }
      yield kept;
    }
  }
  const threads = await keep(threadsFile);
  note(...Object.keys(parse(RecentThreadsSchema, threads.value, "threads")).map((slug) => ({ kind: "thread" as const, slug })));
  yield threads.kept;
  const archive = await keep(dataFile(archivePath));
  yield archive.kept;
  for (const { year, months } of parse(ArchivePageSchema, archive.value, "archive").years) {
    note(...months.map(({ month }) => ({ kind: "month" as const, slug: month })));
    yield (await keep(dataFile(yearPath(year)))).kept;
  }
  for (const list of lists.values()) for await (const { page } of listStories(list, signal)) yield { page, slugs: [] };
};

/** There is no index of authors, so they are found in their stories. */
function authorsOf({ days }: ListPage): ListRef[] {
  const PREFIX = "author:";
  const ids = days.flatMap(({ teasers }) => teasers.flatMap(({ about = [] }) => about));
  return ids.filter((id) => id.startsWith(PREFIX)).map((id) => ({ kind: "author", slug: id.slice(PREFIX.length) }));
}
