import type { FrontSettings } from "./settings/frontSettings.ts";
import type { Problem, Report } from "./draft/problem.ts";
import { join } from "node:path";
import type { IndexStats } from "static-search/build";
import type { Edition } from "#content/edition/edition.ts";
import type { CompileOptions } from "./compileOptions.ts";
import { reportDeadLinks } from "./refine/deadLinks.ts";
import { linkSite, type LinkedSite } from "./link/linkSite.ts";
import { locate } from "./sources/locate.ts";
import type { LinkedPage } from "./link/page.ts";
import { fillPictures } from "./pictures/fillPictures.ts";
import { authorPhotos, type Photos } from "./pictures/authorPhotos.ts";
import type { makePictures } from "./pictures/makePictures.ts";
import { podcastCover } from "./pictures/podcastCover.ts";
import { type Shared, sharePicture } from "./pictures/sharePicture.ts";
import { type WordVectors, wordVectors } from "./meaning/wordVectors.ts";
import { narrate } from "./narration/narrate.ts";
import type { Posters } from "./recordings/makePosters.ts";
import { type PublicRecord, recordOf } from "./record/PublicRecord.ts";
import { readFrontSettings, readSettings } from "./settings/readSettings.ts";
import { type Refined, refine } from "./refine/refine.ts";
import { type Joined, withPosts } from "./refine/livePosts.ts";
import { released, releasedPages, type Schedule } from "./refine/released.ts";
import { relatedStories } from "./search/relatedStories.ts";
import type { Settings } from "./settings/settings.ts";
import { BUILD, BuildState } from "./state/BuildState.ts";
import { digest } from "./state/digest.ts";
import { FolderMemory } from "./state/FolderMemory.ts";
import { type Looks, readLooks, textOf, type Voice } from "./looks.ts";
import { readDrafts, type Skipped } from "./sources/readDrafts.ts";
import { type Outcome, Output } from "./write/output.ts";
import type { PreviousSite } from "./write/previousSite.ts";
import type { Site } from "#content/site.ts";
import { recordFile } from "#content/paths.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { filesOf, measuredFiles, picturesOf } from "./shownFiles.ts";
import type { SiteFile } from "./write/siteFile.ts";
import { siteAt } from "./write/site.ts";
import { type Press, pressHere } from "./write/press.ts";
import { type Printed, writeSite } from "./write/writeSite.ts";
import { isOfPages } from "./sources/markdown/forms.ts";
import { lossesIn, noArticle, tooFew } from "./sources/losses.ts";
import { readThreads, type ThreadEntry } from "./threads/readThreads.ts";
import { type FormerThreads, NO_FORMER, threadFinder } from "./threads/threadFinder.ts";
import { writeSearch } from "./search/writeSearch.ts";

/** What is known of an edition before its pages are made. */
export type Paper = { settings: Settings; site: Site; edition: Edition };

/**
 * What was built. `pages` are made anew each time they are gone through, one at a time: do not put them into an array.
 * `search`: how much of the index was made anew.
 */
export type Built = Printed & Paper & Looks & { pages: Iterable<LinkedPage>; others: OtherPaper[]; search: IndexStats };

/** An edition in another language, with what it says. */
export type OtherPaper = { prefix: string; edition: Edition; words: WordFiles };

/** What came of a build. Articles read are always those published and skipped together. Without valid settings nothing is built. */
export type Compiled = {
  problems: Problem[];
  counts: { read: number; published: number; skipped: Skipped[] };
  /** What comes out and goes without a change of a file, once there is a build. */
  schedule?: Schedule;
  built?: Built & { files: Outcome };
};

/** In the content folder. It may be deleted at any time. */
const CACHE = ".broadsheet";

/** In the folder of the state. */
const FOLDERS = "folders.json";

/**
 * The whole pipeline, without HTML: an archive in, the files of an edition out, in
 * their place. Bad input comes back as problems; only bugs and disks throw. Whoever
 * does more than that takes the steps one by one.
 */
export async function compile(options: CompileOptions): Promise<Compiled> {
  const begun = await begin(options);
  if (!("output" in begun)) return begun;
  try {
    const stories = await readStories(begun);
    const arranged = await arrange(begun, stories);
    const built = await print(begun, stories, arranged, pressHere(begun.output));
    const compiled = await finish(begun, stories, arranged, built);
    saveState(begun);
    return compiled;
  } catch (error) {
    begun.state?.close();
    throw error;
  }
}

/** A build that has begun: what all of its steps work with. Whoever takes the steps has to close its state when one of them throws. */
export type Begun = Looks &
  Voice & {
    options: CompileOptions & Required<Pick<CompileOptions, "onProgress" | "cache" | "encode">>;
    settings: Settings;
    site: Site;
    output: Output;
    share: Shared | undefined;
    photos: Photos;
    front: FrontSettings;
    threads: ThreadEntry[];
    vectors: WordVectors | undefined;
    state: BuildState | undefined;
    folders: FolderMemory | undefined;
    problems: Problem[];
    report: Report;
  };

/** The first step: settings, and what the build before left. Settings that are not valid end the build. */
export async function begin(given: CompileOptions): Promise<Begun | Compiled> {
  const { content, out } = given;
  const options = {
    ...given,
    onProgress: given.onProgress ?? (() => {}),
    cache: given.cache ?? join(content, CACHE),
    encode: given.encode ?? true,
  };
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const read = await readSettings(content);
  if ("problems" in read) return { problems: await locate(read.problems, content), counts: { read: 0, published: 0, skipped: [] } };
  const { settings, site } = placed(read.settings, options);
  const folders = options.state && new FolderMemory(join(options.state.folder, FOLDERS));
  const output = new Output(out, options.site, folders);
  const looks = await readLooks(content, settings, site, options.drawerOf, report);
  const share = await sharePicture(content, settings, options, report);
  const photos = await authorPhotos(content, settings, options, report);
  const [front, threads] = [await readFrontSettings(content, report), settings.threads ? await readThreads(content, report) : []];
  const vectors = await wordVectors(content, settings.search.vectors, options.cache, report);
  const known = JSON.stringify([share?.picture.url, photos.files.map(({ url }) => url), textOf(looks), vectors?.known]);
  const state = stateOf(options, settings, site, output.before, known);
  return { options, settings, site, output, share, photos, front, threads, vectors, ...looks, state, folders, problems, report };
}

/** What the archive holds, and what of it readers may see. `isAsBefore`: no file has come, gone or changed. */
export type Stories = { isAsBefore: boolean; pages: ReturnType<typeof releasedPages> } & Joined;

/** The second step: drafts of the archive, those apart that readers may not see. */
export async function readStories({ options, settings, report, state, extensions, say, paperWords }: Begun): Promise<Stories> {
  const onProgress = (done: number, total: number): void => options.onProgress("Articles", done, total);
  const readers = extensions ? undefined : options.fileReadersFor?.({ content: options.content, settings, paperWords });
  const reading = readDrafts(options.content, settings, report, { onProgress, memory: state?.stories, extensions, say, readers });
  const read = await reading.finally(() => readers?.close());
  if (read.read === 0 && read.pages.length === 0) report(noArticle(read.unread));
  const time = { now: options.now ?? Date.now(), future: options.future, preview: options.preview ?? false };
  const stories = withPosts(released(read.drafts, settings, report, time), read, settings, report, time);
  return { ...stories, isAsBefore: state?.stories.isAllAsRead() ?? false, pages: releasedPages(read.pages, time) };
}

/** Stories with their pictures, each in its place. */
export type Arranged = {
  made: Awaited<ReturnType<typeof makePictures>>;
  refined: Refined;
  /** The files of stories that were read aloud. */
  narrated: SiteFile[];
  posters: Posters["posters"];
  linked: LinkedSite;
  record: PublicRecord | undefined;
  /** Where the addresses lead that threads had. */
  formerThreads: FormerThreads;
};

/** The third step: pictures are made, drafts become articles, and articles pages. */
export async function arrange(
  { options, settings, report, state, share, photos, front, threads, brand, say }: Begun,
  { found, open, back, backPosts, pages }: Stories,
): Promise<Arranged> {
  const made = await picturesOf([...open, ...pages.open], found, options, settings);
  const measured = await measuredFiles([...open, ...pages.open], found, options, report);
  const files = { pictures: made.pictures, recordings: measured.recordings };
  for (const drafts of [open, pages.open]) fillPictures(drafts, files, report, state?.stories);
  const refined = refine(open, settings, report, { memory: state?.stories, back, backPosts, pages, content: options.content, say });
  const narrated = await narrate(refined.articles, settings.narrate, { ...options, fileOf: refined.fileOf, report });
  const storiesNear = relatedStories(state?.words);
  const finder = settings.threads ? threadFinder(threads, refined.articles, { ...refined, back, state, report }) : undefined;
  const record = recordOf(refined.articles, options, settings, state?.pages, report);
  const linked = linkSite(refined.articles, settings, {
    storiesNear,
    findThreads: finder?.find,
    memory: state?.links,
    names: state?.names,
    share: share?.picture ?? brand?.sharePicture,
    own: refined.own,
    record,
    photos: photos.of,
    front: { settings: front, fileOf: refined.fileOf, now: options.now ?? Date.now() },
    isBackAt: refined.isBackAt,
    report,
  });
  return { made, refined, narrated, posters: measured.posters, linked, record, formerThreads: finder?.former(linked) ?? NO_FORMER };
}

/** The fourth step: all files of the edition but what others add. */
export async function print(
  begun: Begun,
  { found }: Stories,
  { made, refined, narrated, posters, linked, record, formerThreads }: Arranged,
  press: Press,
): Promise<Built> {
  const { options, settings, site, output, report, state, share, photos, brand, vectors } = begun;
  const hasPodcast = [linked, ...linked.others.map((other) => other.linked)].some(({ edition }) => edition.podcast);
  const cover = hasPodcast ? podcastCover(options.content, settings, report) : undefined;
  const shown = filesOf(refined, made.pictures, found, posters);
  const files = [...(share?.files ?? []), ...photos.files, ...(cover ? [cover] : []), ...shown, ...narrated];
  // A picture that two show is one file.
  const pictures = [...new Map(files.map((file) => [file.url, file])).values()];
  const own = [...refined.own.pages.map(({ value, file, oldUrls }) => ({ path: value.path, file, oldUrls })), ...formerThreads.own];
  const content = { fileOf: refined.fileOf, pictures, cover: cover?.url, own };
  const issue = {
    linked,
    ...content,
    titles: begun.words.titles,
    otherTitles: begun.otherWords.map(({ titles }) => titles),
    settings,
    site,
    brand,
    ...(options.preview && { preview: true }),
    memory: state?.pages,
    press,
  };
  const printed = await writeSite(issue, output, report, options.onProgress);
  if (record) output.write(`data/${recordFile}`, record.file());
  for (const [file, json] of formerThreads.data) output.write(file, json);
  made.close();
  share?.close();
  photos.close();
  const prefixes = linked.edition.editions?.map(({ prefix }) => prefix);
  const meaning = vectors && { model: vectors, memory: state?.vectors };
  const search = writeSearch(linked.all, refined.own.pages, settings, output, state?.searchFolder, prefixes, meaning);
  await press.finish();
  const { slots, words, otherWords, extensions } = begun;
  const looks = { brand, slots, words, otherWords, extensions };
  return { settings, site, ...looks, edition: linked.edition, others: othersOf(begun, linked), pages: linked.pages, search, ...printed };
}

/** The editions of a site in other languages. */
export function othersOf({ words, otherWords }: Pick<Looks, "words" | "otherWords">, { others }: LinkedSite): OtherPaper[] {
  return others.map(({ place, linked }, at) => ({ prefix: place.prefix, edition: linked.edition, words: otherWords[at] ?? words }));
}

/** The last step, when all is written: what is wrong with the whole, and what the build before left is removed. */
export async function finish(begun: Begun, stories: Stories, { refined }: Arranged, built: Built): Promise<Compiled> {
  const { options, settings, site, output, report, state, problems } = begun;
  const { content } = options;
  if (state) output.write(BUILD, state.site);
  const { editions } = built.edition;
  const edition = { content, fileOf: refined.fileOf, site, hasAddress: settings.url !== undefined, editions };
  const pagesText = refined.own.pages.map(({ value }) => ({ ...value, slug: value.path, corrections: [], citations: [] }));
  for (const texts of [refined.articles, pagesText]) reportDeadLinks(texts, (file) => output.has(file), edition, report);
  const { found, skipped, pages } = stories;
  // Pages are not counted, since nobody reads how many there are; one that is left out is named as a story is.
  const left = [...pages.skipped, ...refined.own.skipped];
  const counts = {
    read: found.read + left.length,
    published: refined.articles.length,
    skipped: [...found.skipped, ...skipped, ...refined.skipped, ...left],
  };
  const due = [...stories.schedule.due, ...pages.due].toSorted((a, b) => a.at - b.at);
  const lost = counts.skipped.filter(({ file }) => !isOfPages(file, settings.pages));
  const few = tooFew(counts.published, lossesIn(lost, found.unread));
  if (few) report(few);
  return {
    problems: await locate(problems, content),
    counts,
    schedule: { ...stories.schedule, due },
    built: { ...built, files: output.finish() },
  };
}

/** Leaves the state for the next build: once the site is in its place, and not before. */
export function saveState({ state, folders, output }: Begun): void {
  state?.save();
  folders?.save(output.list());
}

function placed(settings: Settings, { url, base, data, accounts }: CompileOptions): Pick<Paper, "settings" | "site"> {
  const own = { ...settings, ...(data !== undefined && { data }), ...(accounts !== undefined && { accounts }) };
  const address = url ?? settings.url;
  const site = siteAt(address, base);
  return { settings: address === undefined ? own : { ...own, url: site.url }, site };
}

/** A site of which something was taken away is built from nothing. */
function stateOf({ state }: CompileOptions, settings: Settings, site: Site, before: PreviousSite, known: string): BuildState | undefined {
  if (!state) return undefined;
  const version = digest(JSON.stringify([state.version, settings, site, known]));
  return new BuildState(state.folder, version, before.isWhole ? before.read(BUILD) : undefined);
}
