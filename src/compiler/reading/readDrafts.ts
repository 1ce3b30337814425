import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { Draft } from "../draft/draft.ts";
import { assets } from "../draft/assets.ts";
import { type PictureFile, type Pictures, pictures } from "../draft/pictures.ts";
import { type MediaFile, type Recordings, recordings } from "../draft/recordings.ts";
import type { LossCause, Problem, Report } from "../draft/problem.ts";
import type { Inherited } from "../draft/release/release.ts";
import type { Say } from "../text/say.ts";
import type { Extensions } from "./custom/extension.ts";
import { vectorFiles } from "../settings/vectorSettings.ts";
import type { Settings } from "../settings/settings.ts";
import { isPaper, PUBLIC_FOLDER } from "../settings/settingsFile.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import { contentFiles } from "./contentFiles.ts";
import { inheritedFields } from "./inherited/inheritedFields.ts";
import { reportSkipped } from "./reportSkipped.ts";
import { isMarkdown, needsFrontMatter } from "./markdown/forms.ts";
import { postsApart, storyFiles } from "./posts.ts";
import { otherFiles } from "./otherFiles.ts";
import { readFile, type FileReaders } from "./readFile.ts";
import { type Loaded, loadFiles, draftsOf, keptUnloaded, type Remembered } from "./loadFiles.ts";
import type { LastPublished } from "./kept/LastPublished.ts";
import { GUESSED } from "./storyFile.ts";
import { LISTED, readWithdrawn } from "./readWithdrawn.ts";
import type { SourceContext } from "./source.ts";
import { sources } from "./sources.ts";

/** Something that was read but is not published. `reason` is a full sentence; `lost` is the cause if nobody meant it, which is reported. */
export type Skipped = { file: string; reason: string; lost?: LossCause };

/**
 * What a content folder holds. `read` counts articles: it is always drafts and skipped together. `pages` are the drafts of
 * pages of the paper, `posts` those of posts of live blogs. `shown` maps a file to the addresses of the pictures and
 * recordings that it shows or links to; `kept` are those of them that only the previous site has. `unread` are the files that are not
 * articles, `guessed` those whose encoding was guessed.
 */
export type Reading = {
  drafts: Draft[];
  pages: Draft[];
  posts: Draft[];
  read: number;
  skipped: Skipped[];
  pictures: PictureFile[];
  recordings: ReadonlyMap<string, MediaFile>;
  shown: ReadonlyMap<string, ReadonlySet<string>>;
  kept: ReadonlySet<string>;
  unread: string[];
  guessed: ReadonlySet<string>;
};

type Besides = {
  /** Called with the number of files that are done, and of all files. */
  onProgress?: (done: number, total: number) => void;
  /** What earlier builds read: a file that has not changed is not read again. */
  memory?: StoryMemory | undefined;
  /** What the previous site has: of a file that can no longer be parsed, this is kept. */
  published?: LastPublished | undefined;
  /** The paper's own extensions. */
  extensions?: Extensions | undefined;
  /** Wording that a build writes into stories. */
  say?: Say | undefined;
  /** Read files in other threads if there are many. They do not load extensions. */
  readers?: FileReaders | undefined;
};

/**
 * Reads every article of a content folder, in the order of the file names, so
 * that every run gives the same result.
 */
export async function readDrafts(
  folder: string,
  settings: Settings,
  report: Report,
  { onProgress, memory, published, extensions, say, readers }: Besides = {},
): Promise<Reading> {
  const own = extensions?.sources.flatMap((source) => source.extensions) ?? [];
  const endings = new Set([...EXTENSIONS, ...own]);
  const { articles, others: unread, links, apart } = await contentFiles(folder, endings, vectorFiles(settings.search.vectors));
  const drafts: Draft[] = [];
  const pages: Draft[] = [];
  const skipped: Skipped[] = [];
  const inEdition = assets(folder, settings);
  const found = pictures(folder, settings, inEdition);
  const media = recordings(inEdition);
  const { language, languages } = settings;
  const declared = languages ? [language, ...Object.keys(languages)] : [];
  const inherited = await inheritedFields(folder, [...apart, ...articles, ...unread], language, report, declared);
  const paths = articles.filter((path) => !inherited.site.isProfile(path));
  const storyOf = storyFiles(paths);
  const inheritedOf = (path: string): Inherited[] => {
    const story = storyOf(path);
    return [...inherited.of(path), ...(story === undefined ? [] : [{ file: story, known: "live blog" }])];
  };
  const once = reportOnce(report);
  const guessed = new Set<string>();
  const edition = { settings, report: notingGuesses(report, guessed), pictures: found, once, extensions, say };
  const context = { ...edition, inherited: inheritedOf, storyOf, hasPages: true as const };
  const shown = new Map<string, Set<string>>();
  const kept = new Set<string>();
  const withdrawn = await readWithdrawn(folder, [...paths, ...unread], report);
  const others: string[] = [];
  let done = 0;
  for await (const file of loadFiles(folder, paths, context, memory, readers)) {
    const noting = notingAssets(found, media, file.path, shown);
    const ofFile = await articlesOf(file, folder, { ...context, ...noting }, memory, published);
    // What is kept from the previous site shows its files there, and not those that were looked for now.
    if (ofFile.kept.length > 0) shown.set(file.path, new Set(ofFile.kept));
    for (const url of ofFile.kept) kept.add(url);
    // Each article of a file is a draft or skipped.
    if (ofFile.drafts.length === 0 && ofFile.skipped.length === 0 && !inherited.isShared(file.path))
      (needsFrontMatter(file.path) ? unread : others).push(file.path);
    for (const draft of ofFile.drafts) {
      if (withdrawn.has(file.path)) Object.assign(draft, { held: LISTED, tier: undefined });
      if (draft.page) pages.push(inherited.site.completePage(draft));
      else drafts.push(inherited.site.complete(draft));
    }
    for (const item of ofFile.skipped) skipped.push(item);
    onProgress?.((done += 1), paths.length);
  }
  const root = realpathSync(folder);
  const isUsed = (path: string): boolean => media.isOfCues(join(root, path)) || found.isText?.(join(root, path)) === true;
  reportUnread({ folder, others, unread: unread.filter((path) => !isUsed(path)), links }, report);
  const files = { pictures: found.files(), recordings: media.files(), shown, kept, guessed, unread: [...unread, ...others] };
  const wasPost = (path: string): boolean => published?.isPost(path) === true || memory?.before(path)?.wasPost === true;
  const { stories, posts, lost } = await postsApart(drafts, folder, report, wasPost);
  for (const { file } of lost) if (wasPost(file)) memory?.noteFormerPost(file);
  const left = [...skipped, ...lost];
  return { drafts: stories, posts, pages, read: stories.length + left.length, skipped: left, ...files };
}

/** The file extensions that are read in every paper. */
export const EXTENSIONS: ReadonlySet<string> = new Set(sources.flatMap(({ extensions }) => extensions));

/** Records the files whose encoding was guessed. */
function notingGuesses(report: Report, guessed: Set<string>): Report {
  return (problem) => {
    if (problem.message === GUESSED) guessed.add(problem.file);
    report(problem);
  };
}

/** Records which pictures and recordings a file asks for. */
function notingAssets(
  pictures: Pictures,
  { find, cues }: Recordings,
  path: string,
  shown: Map<string, Set<string>>,
): Required<Pick<SourceContext, "pictures" | "recordings">> {
  const note = (url: string | undefined): void => {
    if (url !== undefined) shown.set(path, (shown.get(path) ?? new Set()).add(url));
  };
  return {
    pictures: {
      ...pictures,
      find: (...asked) => {
        const found = pictures.find(...asked);
        if ("picture" in found) note(found.picture.url);
        return found;
      },
    },
    recordings: {
      find: (...asked) => {
        const found = find(...asked);
        if ("recording" in found) note(found.recording.url);
        return found;
      },
      cues: (...asked) => {
        const found = cues(...asked);
        if ("cues" in found) note(found.url);
        return found;
      },
    },
  };
}

type Unread = { folder: string; others: string[]; unread: string[]; links: string[] };

/** Reports the files that nothing reads: JSON of other programs, and the rest by kind. A paper's folder public/ is published as it is. */
function reportUnread({ folder, others, unread, links }: Unread, report: Report): void {
  const hasPublic = isPaper(folder);
  const isLeftOut = (path: string): boolean => !hasPublic || !path.startsWith(`${PUBLIC_FOLDER}/`) || isMarkdown(path);
  const foreign = others.filter(isLeftOut);
  if (foreign.length > 0) report(notArticles(foreign));
  for (const problem of otherFiles(unread.filter(isLeftOut).toSorted(), links)) report(problem);
}

/** JSON of other programs is left alone, and reported once. */
function notArticles(files: string[]): Problem {
  const which = `${files.slice(0, 10).join(", ")}${files.length > 10 ? ` and ${files.length - 10} more` : ""}`;
  const said = files.length === 1 ? "One file is not an article and was" : `${files.length} files are not articles and were`;
  const remedy = "JSON is an article if it has headline, body and datePublished (docs/article.md).";
  return { severity: "notice", file: ".", message: `${said} left alone: ${which}.`, remedy };
}

async function articlesOf(
  loaded: Loaded,
  folder: string,
  edition: Omit<SourceContext, "skip">,
  memory: StoryMemory | undefined,
  published: LastPublished | undefined,
): Promise<Remembered & { skipped: Skipped[] }> {
  const { path } = loaded;
  const skipped: Skipped[] = [];
  const skip: SourceContext["skip"] = (reason, cause = "other") =>
    void skipped.push({ file: path, reason, ...(cause !== "meant" && { lost: cause }) });
  const context = { ...edition, skip };
  if ("fault" in loaded) {
    const fault = { type: "report" as const, problem: { severity: "error" as const, ...loaded.fault } };
    const lost = { type: "skip" as const, reason: fault.problem.message, cause: "unparsed" as const };
    const kept = memory && published && keptUnloaded(path, { folder, events: [fault, lost] }, context, memory, published);
    if (kept) return { ...kept, skipped };
    // A file that needs front matter to be an article is not reported: it cannot be read, so it may not have any.
    if (!needsFrontMatter(path)) reportSkipped(context, loaded.fault);
    return { drafts: [], kept: [], skipped };
  }
  if (memory) return { ...(await draftsOf(loaded, folder, context, memory, published)), skipped };
  return { drafts: "bytes" in loaded ? await readFile(path, loaded.bytes, context) : [], kept: [], skipped };
}

function reportOnce(report: Report): SourceContext["once"] {
  const known = new Set<string>();
  return (key, problem) => {
    if (!known.has(key)) report(problem);
    known.add(key);
  };
}
