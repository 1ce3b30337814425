import { type ArticlePage, ArticlePageSchema } from "#content/pages/articlePage.ts";
import { parse } from "#content/parse.ts";
import type { Edition } from "#content/edition/edition.ts";
import { articlePath, dataFile, editionFile, editionFolder } from "#content/paths.ts";
import type { PictureFiles } from "#content/serviceWorker.ts";
import type { KeptFile } from "../../../device/kept/storeKept.ts";
import { address, siteData } from "../../../edition/address.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { ConnectionError, HttpError } from "../../../data/errors.ts";
import { filesOf } from "../noteVisited.ts";

/**
 * The data folders of the site's editions, that of this one first: a saved
 * story does not say its edition.
 */
export function dataFolders({ editions = [] }: Pick<Edition, "editions">): string[] {
  const { data, prefix } = address();
  const others = editions.filter((edition) => edition.prefix !== prefix);
  return [data, ...others.map((edition) => siteData() + editionFolder(edition.prefix))];
}

/**
 * Fetches a story with its pictures, or without a picture that fails to load.
 * @param folders where the story may be, see dataFolders
 */
export async function fetchArticle(slug: string, folders: string[], signal: AbortSignal): Promise<KeptFile[]> {
  const { file, value, folder } = await fetchFirst(dataFile(articlePath(slug)), folders, signal);
  // The page of a story from another edition shows that edition's name, which is in its file.
  const home = folder === folders[0] ? [] : [(await fetchJson(editionFile, signal, folder)).file];
  const page: ArticlePage = parse(ArticlePageSchema, value, "article");
  const pictures = picturesOf(page.article).map((picture) => fetchPicture(filesOf(picture), signal).catch(() => []));
  return [file, ...home, ...(await Promise.all(pictures)).flat()];
}

type FetchedJson = { file: KeptFile; value: unknown };

/** Fetches a file from the first folder that has it. */
async function fetchFirst(
  file: string,
  [folder, ...others]: string[],
  signal: AbortSignal,
): Promise<FetchedJson & { folder?: string | undefined }> {
  try {
    return { ...(await fetchJson(file, signal, folder)), folder };
  } catch (error) {
    // Some hosts answer every request with a page.
    const isMissing = error instanceof SyntaxError || (error instanceof HttpError && error.status === 404);
    if (others.length === 0 || !isMissing) throw error;
    return fetchFirst(file, others, signal);
  }
}

/** @param file a path below the data address, or below another folder */
export async function fetchJson(file: string, signal: AbortSignal, folder = address().data): Promise<FetchedJson> {
  const url = new URL(folder + file, location.href).href;
  const text = await (await ask(url, signal)).text();
  // An incomplete file must not replace a complete one.
  const value: unknown = JSON.parse(text);
  return { file: { url, content: new Blob([text], { type: "application/json" }) }, value };
}

async function fetchPicture({ url, others }: PictureFiles, signal: AbortSignal): Promise<KeptFile[]> {
  const content = await (await ask(url, signal)).blob();
  return [{ url, content }, ...others.map((other) => ({ url: other, content: url }))];
}

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new ConnectionError(url, cause);
  });
  // A response from the device is stored again, since its own cache may evict it.
  if (!response.ok) throw new HttpError(response.status, url);
  return response;
}
