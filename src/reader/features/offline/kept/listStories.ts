import { type ListKind, type ListPage, ListPageSchema } from "#content/pages/listPage.ts";
import { parse } from "#content/parse.ts";
import { dataFile, listPath } from "#content/paths.ts";
import { type Files, keepJson } from "./files.ts";

/** A list that can be kept. */
export type ListRef = { kind: ListKind; slug: string };

/** A list page that has been stored on the device. */
type KeptPage = { page: Files; list: ListPage; slugs: string[] };

/**
 * Goes through the stories of a list, newest first, and keeps its pages on the
 * way: a page is fetched only when its stories are needed.
 */
export async function* listStories({ kind, slug }: ListRef, signal: AbortSignal): AsyncGenerator<KeptPage> {
  const keep = async (number?: number): Promise<KeptPage> => {
    const { url, bytes, value } = await keepJson(dataFile(listPath(kind, slug, number)), signal);
    const list = parse(ListPageSchema, value, "list");
    return { page: { files: [url], bytes }, list, slugs: list.days.flatMap(({ teasers }) => teasers.map((teaser) => teaser.slug)) };
  };
  const newest = await keep();
  yield newest;
  for (let number = newest.list.fullPages ?? 0; number >= 1; number -= 1) yield await keep(number);
}
