import { type ListKind, type ListPage, ListPageSchema } from "#content/pages/listPage.ts";
import { parse } from "#content/parse.ts";
import { dataFile, listPath } from "#content/paths.ts";
import type { KeptFile } from "../../../device/kept/storeKept.ts";
import { fetchJson } from "./fetchArticle.ts";

/** A list that can be kept. */
export type ListRef = { kind: ListKind; slug: string };

/** A list page, with its file to store on the device. */
type FetchedPage = { files: KeptFile[]; list: ListPage; slugs: string[] };

/**
 * Goes through the stories of a list, newest first, and its pages on the way:
 * a page is fetched only when its stories are needed.
 */
export async function* listStories({ kind, slug }: ListRef, signal: AbortSignal): AsyncGenerator<FetchedPage> {
  const page = async (number?: number): Promise<FetchedPage> => {
    const { file, value } = await fetchJson(dataFile(listPath(kind, slug, number)), signal);
    const list = parse(ListPageSchema, value, "list");
    return { files: [file], list, slugs: list.days.flatMap(({ teasers }) => teasers.map((teaser) => teaser.slug)) };
  };
  const newest = await page();
  yield newest;
  for (let number = newest.list.fullPages ?? 0; number >= 1; number -= 1) yield await page(number);
}
