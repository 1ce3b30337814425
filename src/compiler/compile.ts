import type { Draft } from "./draft/draft.ts";
import type { Problem } from "./draft/problem.ts";
import { join } from "node:path";
import type { Edition } from "#content/edition.ts";
import { reportDeadLinks } from "./deadLinks.ts";
import { link } from "./link/link.ts";
import { locate } from "./locate.ts";
import type { LinkedPage } from "./link/page.ts";
import { fillPictures } from "./pictures/fillPictures.ts";
import { makePictures, type Pictures } from "./pictures/makePictures.ts";
import { sharePicture } from "./pictures/sharePicture.ts";
import { readSettings } from "./readSettings.ts";
import { type Refined, refine } from "./refine/refine.ts";
import { released, type Schedule } from "./refine/released.ts";
import { relatedStories } from "./search/relatedStories.ts";
import type { Settings } from "./settings.ts";
import { BUILD, BuildState } from "./state/BuildState.ts";
import { digest } from "./state/digest.ts";
import { FolderMemory } from "./state/FolderMemory.ts";
import { readDrafts, type Reading, type Skipped } from "./sources/readDrafts.ts";
import { type Outcome, Output } from "./write/output.ts";
import type { Progress } from "./write/progress.ts";
import type { SiteFile } from "./write/siteFile.ts";
import type { Site } from "#content/site.ts";
import { siteAt } from "./write/site.ts";
import type { Press } from "./write/press.ts";
import { type Printed, writeSite } from "./write/writeSite.ts";
import { Losses, tooFew } from "./sources/tooFew.ts";
import { writeSearch } from "./writeSearch.ts";

export type CompileOptions = {
  /** The folder of the archive, with or without an edition.json. */
  content: string;
  /** The folder of the site; need not exist. */
  out: string;
  /** The public address, in place of the one in edition.json. */
  url?: string | undefined;
  /** The path below which the site lies on its host; without one, the path of its address. */
  base?: string | undefined;
  /** Where readers load JSON from, in place of what edition.json says. */
  data?: string | undefined;
  /** False for those who only look: pictures stay as they are, which saves most of the time of a first build. */
  encode?: boolean;
  /** The folder in which work is kept for the next build. */
  cache?: string;
  /** Publishes stories whose date has not come. */
  future?: boolean | undefined;
  /** When it is built, in milliseconds: what comes out later waits. */
  now?: number;
  /** Shows what readers may not see, marked, to those who make the paper. */
  preview?: boolean;
  /** Whether the site will be served with accounts, in place of what edition.json says. */
  accounts?: boolean | undefined;
  onProgress?: Progress;
  /** The site that `out` shall hold the changes to, where it is not to be brought up to date in place. */
  site?: string | undefined;
  /** A folder, not published, that keeps what the next build must know to build only what changed; with a text that differs when all must be built anew. */
  state?: { folder: string; version: string };
  /** Told as soon as it is known that there will be pages to make. */
  onChange?: () => void;
  /** Makes what makes the files of pages, in HTML too, and of feeds. */
  press?: (paper: Paper, output: Output) => Press;
  /** Writes what is not the compiler's into the same output, before files of the previous build are removed. */
  andThen?: (built: Built, output: Output) => void | Promise<void>;
};

/** What is known of an edition before its pages are made. */
export type Paper = { settings: Settings; site: Site; edition: Edition };

/** What was built. `pages` are made anew each time they are gone through, one at a time: do not put them into an array. */
export type Built = Printed & Paper & { pages: Iterable<LinkedPage> };

/**
 * What came of a build. Articles read are always those published and skipped
 * together. Without valid settings nothing is built. `remember` leaves the state
 * for the next build: once the site is in its place, and not before.
 */
export type Compiled = {
  problems: Problem[];
  counts: { read: number; published: number; skipped: Skipped[] };
  /** What comes out and goes without a change of a file, once there is a build. */
  schedule?: Schedule;
  built?: Built & { files: Outcome; remember: () => void };
};

/** In the content folder. It may be deleted at any time. */
const CACHE = ".broadsheet";

/** In the folder of the state. */
const FOLDERS = "folders.json";

const NO_ARTICLE = "There is no article in this folder, and the paper is empty";

/** The whole pipeline: an archive in, the files of an edition out. Bad input comes back as problems; only bugs and disks throw. */
export async function compile(options: CompileOptions): Promise<Compiled> {
  const { content, out, onProgress = () => {}, andThen } = options;
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);

  const given = await readSettings(content);
  if ("problems" in given) return { problems: await locate(given.problems, content), counts: { read: 0, published: 0, skipped: [] } };
  const { settings, site } = placed(given.settings, options);
  const folders = options.state && new FolderMemory(join(options.state.folder, FOLDERS));
  const output = new Output(out, options.site, folders);
  const { cache = join(content, CACHE), encode = true } = options;
  const share = await sharePicture(content, settings, { cache, encode }, report);
  const state = stateOf(options, settings, site, output, share?.picture.url);
  try {
    const found = await readDrafts(content, settings, report, (done, total) => onProgress("Articles", done, total), state?.stories);
    const { read } = found;
    if (read === 0) report(noArticle(found.unread));
    if (!state?.stories.isAllAsRead()) options.onChange?.();
    const time = { now: options.now ?? Date.now(), future: options.future, preview: options.preview ?? false };
    const { open, back, skipped, schedule } = released(found.drafts, settings, report, time);
    const made = await picturesOf(open, found, options, settings);
    const refined = refine(fillPictures(open, made.pictures, report, state?.stories), settings, report, state?.stories, back);
    const linked = link(refined.articles, settings, relatedStories(state?.words), state?.links, share?.picture);

    const press = options.press?.({ settings, site, edition: linked.edition }, output);
    const pictures = [...(share?.files ?? []), ...filesOf(refined, made.pictures, found)];
    const printed = await writeSite(
      { linked, fileOf: refined.fileOf, pictures, settings, site, memory: state?.pages, press },
      output,
      report,
      onProgress,
    );
    made.close();
    share?.close();
    writeSearch(linked.stories, settings, output, state?.searchFolder);
    await press?.finish();
    const built = { settings, site, edition: linked.edition, pages: linked.pages, ...printed };
    await andThen?.(built, output);
    if (state) output.write(BUILD, state.site);

    const edition = { content, fileOf: refined.fileOf, site, hasAddress: settings.url !== undefined };
    reportDeadLinks(refined.articles, (file) => output.has(file), edition, report);

    const counts = { read, published: refined.articles.length, skipped: [...found.skipped, ...skipped, ...refined.skipped] };
    const few = tooFew(counts.published, lossesIn(counts.skipped, found.unread));
    if (few) report(few);
    const remember = (): void => {
      state?.save();
      folders?.save(output.list());
    };
    return { problems: await locate(problems, content), counts, schedule, built: { ...built, files: output.finish(), remember } };
  } catch (error) {
    state?.close();
    throw error;
  }
}

function noArticle(unread: string[]): Problem {
  const files = unread.filter((file) => !/^pictures\//iu.test(file)).length;
  return {
    severity: "error",
    file: ".",
    message: files === 0 ? `${NO_ARTICLE}.` : `${NO_ARTICLE}: none of its ${files} files is one.`,
    remedy: "Put Markdown files with front matter or article JSON into it, or name another folder with --content.",
  };
}

function lossesIn(skipped: Skipped[], unread: string[]): Losses {
  const losses = new Losses();
  losses.addTexts(unread);
  for (const { reason, file, lost } of skipped) if (lost) losses.add(reason, file);
  return losses;
}

/** Only those of stories that readers may see are looked at: what a draft shows is nobody's business yet. */
function picturesOf(open: Draft[], { pictures, shown }: Reading, options: CompileOptions, settings: Settings) {
  const { content, cache = join(content, CACHE), encode = true, onProgress } = options;
  const wanted = new Set(open.flatMap(({ file }) => [...(shown.get(file) ?? [])]));
  const leads = new Set(open.flatMap(({ image }) => image?.url ?? []));
  const files = pictures.filter(({ url }) => wanted.has(url));
  return makePictures(files, { settings, cache, encode, leads }, (done, total) => onProgress?.("Pictures", done, total));
}

/** The files of the pictures that articles show. Of a file that was joined with another, at most the lead picture is shown. */
function filesOf({ articles, fileOf }: Refined, pictures: Pictures, { shown }: Reading): SiteFile[] {
  const wanted = new Set(articles.flatMap(({ slug }) => [...(shown.get(fileOf.get(slug) ?? "") ?? [])]));
  const leads = new Set(articles.flatMap(({ image }) => image?.url ?? []));
  const made = [...pictures].flatMap(([url, one]) => ("files" in one && (wanted.has(url) || leads.has(one.picture.url)) ? [one] : []));
  return [...new Set(made)].flatMap(({ files }) => files);
}

function placed(settings: Settings, { url, base, data, accounts }: CompileOptions): Pick<Paper, "settings" | "site"> {
  const own = {
    ...settings,
    ...(url !== undefined && { url }),
    ...(data !== undefined && { data }),
    ...(accounts !== undefined && { accounts }),
  };
  return { settings: own, site: siteAt(own.url, base) };
}

/** A site of which something was taken away is built from nothing. */
function stateOf({ state }: CompileOptions, settings: Settings, site: Site, output: Output, share = ""): BuildState | undefined {
  if (!state) return undefined;
  const version = digest(JSON.stringify([state.version, settings, site, share]));
  const before = output.isWhole() && output.size(BUILD) !== undefined ? output.read(BUILD).toString() : undefined;
  return new BuildState(state.folder, version, before);
}
