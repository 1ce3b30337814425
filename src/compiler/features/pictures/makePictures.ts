import { availableParallelism } from "node:os";
import { inParallel } from "#content/inParallel.ts";
import { isDrawing, type PictureFile } from "../../draft/pictures.ts";
import type { Settings } from "../../settings/settings.ts";
import type { OnDone } from "../../output/buildProgress.ts";
import type { Entry } from "./entry.ts";
import { type Made, madeOf } from "./made.ts";
import { type PictureCache, pictureCache } from "./pictureCache.ts";
import { keyOf, type Recipe, recipeOf } from "./recipe.ts";
import { errorMessage } from "../../text/errorMessage.ts";

export type MakeOptions = {
  settings: Pick<Settings, "pictures">;
  /** The folder that keeps what is made for the next build. */
  cache: string;
  /** False to check only whether each picture can be shown, and to leave it unencoded. */
  encode: boolean;
  /** The pictures that represent a story or page elsewhere, such as in a link preview, by their addresses in drafts. */
  leads: ReadonlySet<string>;
};

/** What was made of each picture, by its address in drafts, or why it cannot be shown, as the end of a sentence about it. */
export type Pictures = ReadonlyMap<string, Made | { reason: string }>;

/** Pictures are processed in Node's thread pool, which has four threads. */
const AT_ONCE = Math.min(availableParallelism(), 4);

/**
 * Makes the files of the pictures that published stories show. Files made earlier, from the
 * same bytes in the same way, come from the cache.
 * @returns the pictures, and a function that releases the cache once their files are copied
 */
export async function makePictures(
  files: PictureFile[],
  { settings, cache: folder, encode, leads }: MakeOptions,
  onDone: OnDone,
): Promise<{ pictures: Pictures; close: () => void }> {
  const recipe = recipeOf(settings);
  const cache = encode && files.length > 0 ? pictureCache(folder) : undefined;
  const pictures = new Map<string, Made | { reason: string }>();
  const distinct = byContent(files);
  let done = 0;
  await inParallel(distinct, AT_ONCE, async (same) => {
    const isLead = same.some(({ url }) => leads.has(url));
    const made = await resultFor(same[0], cache, recipe, isLead);
    for (const { url } of same) pictures.set(url, made);
    onDone((done += 1), distinct.length);
  });
  return { pictures, close: () => cache?.close() };
}

/** Groups files with the same bytes: they are one picture, under the first of its names. */
function byContent(files: PictureFile[]): [PictureFile, ...PictureFile[]][] {
  const all = new Map<string, [PictureFile, ...PictureFile[]]>();
  for (const file of files) {
    const same = all.get(file.hash);
    if (same) same.push(file);
    else all.set(file.hash, [file]);
  }
  return [...all.values()];
}

async function resultFor(
  file: PictureFile,
  cache: PictureCache | undefined,
  recipe: Recipe,
  isLead: boolean,
): Promise<Made | { reason: string }> {
  const key = keyOf(file.hash, recipe, isLead && isDrawing(file));
  const before = cache?.find(key);
  if (cache && before) return inCache(file, key, before, cache);
  // The library that decodes pictures takes long to load, and most builds need to decode none.
  const { checkPicture, makePicture } = await import("./makePicture.ts");
  try {
    if (!cache) return await checkPicture(file);
    const making = await makePicture(file, recipe, isLead);
    cache.keep(key, making);
    return inCache(file, key, making.entry, cache);
  } catch (error) {
    return { reason: `cannot be decoded and may be broken (${firstLine(error)})` };
  }
}

const inCache = (file: PictureFile, key: string, entry: Entry, cache: PictureCache): Made =>
  madeOf(file, key, entry, (name) => cache.path(key, name));

const firstLine = (error: unknown): string => errorMessage(error).split("\n")[0]?.trim() ?? "";
