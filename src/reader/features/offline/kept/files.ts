import { type ArticlePage, ArticlePageSchema } from "#content/pages/articlePage.ts";
import { cacheName, KEPT_HEADER, SAME_AS_HEADER } from "#content/serviceWorker.ts";
import { parse } from "#content/parse.ts";
import type { Edition } from "#content/edition/edition.ts";
import { articlePath, dataFile, editionFile, editionFolder } from "#content/paths.ts";
import { address, siteData } from "../../../edition/address.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { ConnectionError, HttpError } from "../../../data/errors.ts";
import { filesOf } from "../visited.ts";

/** Files stored on the device: their addresses, and their size in bytes. */
export type Files = { files: string[]; bytes: number };

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
 * Stores a story on the device with its pictures, or without a picture that fails to load.
 * @param folders where the story may be, see dataFolders
 */
export async function keepArticle(slug: string, folders: string[], signal: AbortSignal): Promise<Files> {
  const { url, bytes, value, folder } = await keepFirst(dataFile(articlePath(slug)), folders, signal);
  // The page of a story from another edition shows that edition's name, which is in its file.
  const home = folder === folders[0] ? [] : [await keepJson(editionFile, signal, folder)];
  const page: ArticlePage = parse(ArticlePageSchema, value, "article");
  const pictures = await Promise.all(
    picturesOf(page.article).map((picture) => keepPicture(filesOf(picture), signal).catch(() => signal.throwIfAborted())),
  );
  const texts = [{ url, bytes }, ...home].map((file) => ({ files: [file.url], bytes: file.bytes }));
  return joinFiles([...texts, ...pictures.flatMap((files) => files ?? [])]);
}

type KeptJson = { url: string; bytes: number; value: unknown };

/** Keeps a file from the first folder that has it. */
async function keepFirst(
  file: string,
  [folder, ...others]: string[],
  signal: AbortSignal,
): Promise<KeptJson & { folder?: string | undefined }> {
  try {
    return { ...(await keepJson(file, signal, folder)), folder };
  } catch (error) {
    // Some hosts answer every request with a page.
    const isMissing = error instanceof SyntaxError || (error instanceof HttpError && error.status === 404);
    if (others.length === 0 || !isMissing) throw error;
    return keepFirst(file, others, signal);
  }
}

/** @param file a path below the data address, or below another folder */
export async function keepJson(file: string, signal: AbortSignal, folder = address().data): Promise<KeptJson> {
  const url = new URL(folder + file, location.href).href;
  const text = await (await ask(url, signal)).text();
  // An incomplete file must not replace a complete one.
  const value: unknown = JSON.parse(text);
  await put(url, new Response(text, { headers: { "content-type": "application/json" } }));
  return { url, bytes: new TextEncoder().encode(text).length, value };
}

export function joinFiles(all: Files[]): Files {
  return { files: all.flatMap(({ files }) => files), bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function keepPicture({ url, others }: { url: string; others: string[] }, signal: AbortSignal): Promise<Files> {
  const picture = await (await ask(url, signal)).blob();
  await put(url, new Response(picture));
  for (const other of others) await put(other, new Response(null, { headers: { [SAME_AS_HEADER]: url } }));
  return { files: [url, ...others], bytes: picture.size };
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

async function put(url: string, response: Response): Promise<void> {
  const cache = await caches.open(cacheName(address().base, "kept"));
  response.headers.set(KEPT_HEADER, new Date().toISOString());
  await cache.put(url, response);
}
