import { previewFile } from "#content/paths.ts";
import type { Article } from "#content/article.ts";
import type { Draft } from "./draft/draft.ts";
import type { Report } from "./draft/problem.ts";
import type { MediaFile } from "./draft/recordings.ts";
import { makePictures, type Pictures } from "./features/pictures/makePictures.ts";
import { type PublicFile, publicFiles } from "./features/publicFolder/publicFiles.ts";
import type { Joined } from "./refine/livePosts.ts";
import type { Refined } from "./refine/refine.ts";
import { makePosters, type Posters } from "./features/recordings/makePosters.ts";
import { measureRecordings } from "./features/recordings/measureRecordings.ts";
import type { Settings } from "./settings/settings.ts";
import type { Reading } from "./reading/readDrafts.ts";
import type { Progress } from "./output/buildProgress.ts";
import type { Output } from "./output/output.ts";
import type { KeptFile, SiteFile } from "./output/siteFile.ts";

/** How pictures are made, where they are cached, and who is told of the progress. */
type Making = { cache: string; encode: boolean; onProgress: Progress };

/** Makes the pictures of the stories that readers may see, and of no others: a draft's pictures are still private. */
export function picturesOf(open: Draft[], { pictures, shown }: Reading, { cache, encode, onProgress }: Making, settings: Settings) {
  const wanted = new Set(open.flatMap(({ file }) => [...(shown.get(file) ?? [])]));
  const leads = new Set(open.flatMap(({ image }) => image?.url ?? []));
  const files = pictures.filter(({ url }) => wanted.has(url));
  return makePictures(files, { settings, cache, encode, leads }, (done, total) => onProgress("Pictures", done, total));
}

/**
 * The files of the pictures and recordings that articles and pages show, with the posters of videos. Of a file that was merged
 * into another, only the lead picture can be among them, and the same goes for a closed story.
 */
export function filesOf(
  { articles, fileOf, own, tiers }: Refined,
  pictures: Pictures,
  found: Reading,
  posters: ReadonlyMap<string, MediaFile>,
): (SiteFile | KeptFile)[] {
  const missing = [own.texts, ...own.textsIn.values()].flatMap((texts) => texts.missing ?? []);
  const open = articles.filter(({ slug }) => !tiers.has(slug));
  const files = [...open.map(({ slug }) => fileOf.get(slug) ?? ""), ...own.pages.map(({ file }) => file)];
  const wanted = new Set(files.flatMap((file) => [...(found.shown.get(file) ?? [])]));
  const leads = new Set([...[...articles, ...missing].flatMap(({ image }) => image?.url ?? []), ...logosOf(articles)]);
  const made = [...pictures].flatMap(([url, one]) => ("files" in one && (wanted.has(url) || leads.has(one.picture.url)) ? [one] : []));
  const sounds = recordingsOf(
    files.map((file) => ({ file })),
    found,
  );
  const kept = [...found.kept].flatMap((url) => (wanted.has(url) ? [{ url, isKept: true as const }] : []));
  // A file that another story still has is made of it: of two with one address, the caller takes the last.
  return [...kept, ...[...new Set(made)].flatMap((one) => one.files), ...sounds, ...sounds.flatMap(({ url }) => posters.get(url) ?? [])];
}

const logosOf = (articles: Article[]): string[] => articles.flatMap(({ sponsor }) => sponsor?.logo?.url ?? []);

type Shown = { whole: Refined; made: Pictures; found: Reading; posters: ReadonlyMap<string, MediaFile>; spoken: SiteFile[] };

/** The function that gives the files of pictures and recordings that a closed story shows, and no open one does. */
export function filesOfClosed({ whole, made, found, posters, spoken }: Shown): (article: Article) => SiteFile[] {
  if (whole.tiers.size === 0) return () => [];
  const open = new Set(filesOf(whole, made, found, posters).map(({ url }) => url));
  const ofVoice = new Map(spoken.map((file) => [file.url, file]));
  return ({ slug, audio }) => {
    const voiced = [audio?.url, audio?.sentences].flatMap((url) => ofVoice.get(url ?? "") ?? []);
    const all = [...filesShownBy(whole.fileOf.get(slug) ?? "", made, found, posters), ...voiced];
    return [...new Map(all.map((file) => [file.url, file])).values()].filter(({ url }) => !open.has(url));
  };
}

/** All files of the pictures and recordings that a content file shows. */
function filesShownBy(file: string, pictures: Pictures, found: Reading, posters: ReadonlyMap<string, MediaFile>): SiteFile[] {
  const made = [...(found.shown.get(file) ?? [])].flatMap((url) => {
    const picture = pictures.get(url);
    return picture && "files" in picture ? picture.files : [];
  });
  const sounds = recordingsOf([{ file }], found);
  return [...made, ...sounds, ...sounds.flatMap(({ url }) => posters.get(url) ?? [])];
}

/** The properties of recordings, read from their files, and posters made from videos. No posters are made without `encode`. */
export async function measuredFiles(
  open: Draft[],
  found: Reading,
  { cache, encode }: Pick<Making, "cache" | "encode">,
  report: Report,
): Promise<Posters> {
  const files = recordingsOf(open, found);
  const measured = await measureRecordings(files, cache);
  if (!encode) return { recordings: measured, posters: new Map(), lacksPosters: false };
  const shown = new Set(files.map(({ url }) => url));
  const showing = open.filter(({ file }) => [...(found.shown.get(file) ?? [])].some((url) => shown.has(url)));
  return makePosters(showing, files, measured, cache, report);
}

/** The files of the folder public/, apart from those that belong to stories. */
export function publicFilesOf(
  stories: Pick<Joined, "open" | "openPosts" | "found"> & { pages: { open: Draft[] } },
  { options: { content }, output, report }: { options: { content: string }; output: Pick<Output, "before">; report: Report },
): PublicFile[] {
  const { drafts, pages, posts, skipped, pictures, recordings } = stories.found;
  const read = new Set([drafts, pages, posts, skipped].flat().map(({ file }) => file));
  const published = new Set([stories.open, stories.openPosts, stories.pages.open].flat().map(({ file }) => file));
  const shown = new Set([...pictures, ...recordings.values()].flatMap((file) => ("from" in file ? [file.from] : [])));
  // What a preview shows is not public.
  const before = output.before.has(previewFile) ? new Set<string>() : output.before.files;
  return publicFiles(content, { read, published, shown, before }, report);
}

/** The files of recordings that stories show. */
function recordingsOf(open: { file: string }[], { recordings, shown }: Reading): MediaFile[] {
  const wanted = new Set(open.flatMap(({ file }) => [...(shown.get(file) ?? [])]));
  return [...recordings.values()].filter(({ url }) => wanted.has(url));
}
