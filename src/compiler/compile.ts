import type { IndexStats } from "static-search/build";
import type { Edition } from "#content/edition/edition.ts";
import type { CompileOptions } from "./compileOptions.ts";
import { reportDeadLinks } from "./refine/deadLinks.ts";
import { loadHyphenation } from "./link/hyphenated.ts";
import { linkSite, type LinkedSite } from "./link/linkSite.ts";
import { locate } from "./reading/locate.ts";
import type { LinkedPage } from "./link/page.ts";
import { fillPictures } from "./features/pictures/fillPictures.ts";
import type { makePictures } from "./features/pictures/makePictures.ts";
import { podcastCover } from "./features/pictures/podcastCover.ts";
import { collectionPages } from "./features/collections/collectionPages.ts";
import { writeCollections } from "./features/collections/writeCollections.ts";
import { type ClosedStories, closeStories, writeClosed } from "./features/members/closeStories.ts";
import { narrate } from "./features/narration/narrate.ts";
import type { Posters } from "./features/recordings/makePosters.ts";
import { type PublicRecord, recordOf } from "./features/record/PublicRecord.ts";
import { lateText, type Refined, refine } from "./refine/refine.ts";
import { type Joined, withPosts } from "./refine/livePosts.ts";
import { released, releasedPages, type Schedule } from "./refine/released.ts";
import { relatedStories } from "./features/search/relatedStories.ts";
import { readRedirectsFile } from "./settings/redirectsFile.ts";
import type { Settings } from "./settings/settings.ts";
import { BUILD } from "./state/BuildState.ts";
import { nextChange } from "./nextChange.ts";
import { prepareBuild, type BuildContext, type NotBuilt } from "./prepareBuild.ts";
import type { Branding } from "./branding.ts";
import { readDrafts } from "./reading/readDrafts.ts";
import { publishedFiles } from "./publishedFiles.ts";
import { SOURCES, textOfPublishedFiles } from "./state/sourceList.ts";
import type { Outcome } from "./output/output.ts";
import type { Site } from "#content/site.ts";
import { lateFile, recordFile } from "#content/paths.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { filesOf, filesOfClosed, measuredFiles, picturesOf, publicFilesOf } from "./shownFiles.ts";
import type { SiteFile } from "./output/siteFile.ts";
import { type Renderer, renderInThisThread } from "./write/renderFiles.ts";
import { recased } from "./write/redirects/recased.ts";
import { writeErrorPages } from "./write/errorPages.ts";
import { type Rendered, writeSite } from "./write/writeSite.ts";
import { isOfPages } from "./reading/markdown/forms.ts";
import { lossesIn, noArticle, tooFew } from "./reading/losses.ts";
import { collectionOf } from "./settings/collectionSettings.ts";
import type { ThreadQuestion } from "./settings/threadSettings.ts";
import { type FormerThreads, NO_FORMER, threadFinder } from "./features/threads/threadFinder.ts";
import { writeSearch } from "./features/search/writeSearch.ts";

/** An edition, with its settings, the address of its site, and the questions about its threads, which an editor is to answer. */
export type Paper = { settings: Settings; site: Site; edition: Edition; threadQuestions: readonly ThreadQuestion[] };

/**
 * The result of a build. `pages` is lazy: each iteration makes the pages again, one at a time, so do not collect them in an array.
 * `search`: how much of the search index was rebuilt.
 */
export type Built = Rendered & Paper & Branding & { pages: Iterable<LinkedPage>; others: OtherPaper[]; search: IndexStats };

/** An edition in another language, with its interface words. */
export type OtherPaper = { prefix: string; edition: Edition; words: WordFiles };

/** The outcome of a build. */
export type Compiled = NotBuilt & {
  /** The stories that appear or expire later without a change to any file. Only set after a build. */
  schedule?: Schedule;
  /** When the site may next change although no file does, in milliseconds; only set after a build. */
  nextChange?: number;
  built?: Built & { files: Outcome };
};

/**
 * The whole pipeline, without HTML: reads an archive and writes the files of an
 * edition to the output folder. Bad input comes back as problems; only bugs and disk
 * errors throw. Callers that do more than that call the steps one by one.
 */
export async function compile(options: CompileOptions): Promise<Compiled> {
  const context = await prepareBuild(options);
  if (!("output" in context)) return context;
  try {
    const stories = await readStories(context);
    const linkedArticles = await linkArticles(context, stories);
    const built = await render(context, stories, linkedArticles, renderInThisThread(context.output));
    const compiled = await finish(context, stories, linkedArticles, built);
    saveState(context);
    return compiled;
  } catch (error) {
    context.state?.close();
    throw error;
  }
}

/**
 * The stories of the archive, split into those that readers may see at the time `now` and the rest. `isAsBefore`: no file was added,
 * removed or changed.
 */
export type Stories = { isAsBefore: boolean; now: number; pages: ReturnType<typeof releasedPages> } & Joined;

/** The second step: reads the drafts of the archive and separates those that readers may not see. */
export async function readStories(context: BuildContext): Promise<Stories> {
  const { options, settings, report, state, published, extensions, say, paperWords } = context;
  const onProgress = (done: number, total: number): void => options.onProgress("Articles", done, total);
  const readers = extensions ? undefined : options.fileReadersFor?.({ content: options.content, settings, paperWords });
  const reading = readDrafts(options.content, settings, report, {
    onProgress,
    memory: state?.stories,
    published,
    extensions,
    say,
    readers,
  });
  const read = await reading.finally(() => readers?.close());
  if (read.read === 0 && read.pages.length === 0) report(noArticle(read.unread));
  const time = { now: options.now ?? Date.now(), future: options.future, preview: options.preview ?? false };
  const stories = withPosts(released(read.drafts, settings, report, time), read, settings, report, time);
  const pages = releasedPages(read.pages, settings, report, time);
  options.onStepEnd?.("Stories");
  return { ...stories, isAsBefore: state?.stories.isAllAsRead() ?? false, now: time.now, pages };
}

/** The articles with their pictures, and the pages that they appear on. */
export type LinkedArticles = {
  made: Awaited<ReturnType<typeof makePictures>>;
  refined: Refined;
  collections: Omit<ReturnType<typeof collectionPages>, "pages">;
  /** The recordings made by reading stories aloud. */
  narrated: SiteFile[];
  posters: Posters["posters"];
  lacksPosters: Posters["lacksPosters"];
  linked: LinkedSite;
  record: PublicRecord | undefined;
  /** The stories that only members may read, as they were written. */
  closed: ClosedStories["closed"];
  /** Where the former addresses of threads lead. */
  formerThreads: FormerThreads;
  threadQuestions: readonly ThreadQuestion[];
};

/** The third step: makes the pictures, turns drafts into articles, and links the articles from pages. */
export async function linkArticles(
  { options, settings, report, state, share, photos, fronts, mostRead, threads, brand, say, keys }: BuildContext,
  { found, open, back, backPosts, pages, now }: Stories,
): Promise<LinkedArticles> {
  const made = await picturesOf([...open, ...pages.open], found, options, settings);
  const measured = await measuredFiles([...open, ...pages.open], found, options, report);
  const files = { pictures: made.pictures, recordings: measured.recordings };
  for (const drafts of [open, pages.open]) fillPictures(drafts, files, report, state?.stories);
  options.onStepEnd?.("Pictures");
  const whole = refine(open, settings, report, { memory: state?.stories, back, backPosts, pages, content: options.content, say });
  await loadHyphenation(whole.articles.map(({ inLanguage }) => inLanguage));
  const spoken = await narrate(whole.articles, settings.narrate, { ...options, fileOf: whole.fileOf, report });
  const shownBy = filesOfClosed({ whole, made: made.pictures, found, posters: measured.posters, spoken });
  const { articles, closed } = await closeStories(whole, settings, keys, shownBy, say);
  const sealed = new Set(closed.flatMap(({ shown }) => shown.map(({ url }) => url)));
  const narrated = spoken.filter(({ url }) => !sealed.has(url));
  // From here on, nothing knows more of a closed story than everybody may.
  const { pages: ownPages, ...collections } = collectionPages(whole.own.pages, { settings, say, now });
  const refined = { ...whole, articles, own: { ...whole.own, pages: ownPages } };
  options.onStepEnd?.("Articles");
  const makeRelatedFinder = relatedStories(state?.words);
  const finder = settings.threads ? threadFinder(threads, refined.articles, { ...refined, back, state, report }) : undefined;
  const record = recordOf(refined.articles, options, settings, state?.pages, report);
  const linked = linkSite(refined.articles, settings, {
    makeRelatedFinder,
    findThreads: finder?.find,
    memory: state?.links,
    names: state?.names,
    share: share?.picture ?? brand?.sharePicture,
    own: refined.own,
    record,
    photos: photos.of,
    fronts,
    fileOf: refined.fileOf,
    now,
    mostRead,
    leadsTo: refined.linkInSettings,
    report,
  });
  options.onStepEnd?.("Links");
  const formerThreads = finder?.former(linked) ?? NO_FORMER;
  const { posters, lacksPosters } = measured;
  const threadQuestions = finder?.questions ?? [];
  return { made, refined, collections, narrated, posters, lacksPosters, linked, record, closed, formerThreads, threadQuestions };
}

/** The fourth step: writes all files of the edition, except those that the caller adds. */
export async function render(
  context: BuildContext,
  stories: Stories,
  { made, refined, collections, narrated, posters, linked, record, closed, formerThreads, threadQuestions }: LinkedArticles,
  renderer: Renderer,
): Promise<Built> {
  const { options, settings, site, output, report, state, share, photos, brand, vectors, keys } = context;
  const hasPodcast = [linked, ...linked.others.map((other) => other.linked)].some(({ edition }) => edition.podcast);
  const cover = hasPodcast ? podcastCover(options.content, settings, report) : undefined;
  const shown = filesOf(refined, made.pictures, stories.found, posters);
  const files = [...(share?.files ?? []), ...photos.files, ...(cover ? [cover] : []), ...shown, ...narrated];
  // A picture that two stories show is one file.
  const pictures = [...new Map<string, (typeof files)[number]>(files.map((file) => [file.url, file])).values()];
  const own = [
    ...refined.own.pages.map(({ value, file, oldUrls }) => ({ path: value.path, file, oldUrls })),
    ...refined.moved,
    ...formerThreads.own,
    ...recased(refined.articles, { ...linked.edition, ...refined, recorded: record?.slugs(), before: output.before.files }, report),
  ];
  const publicFiles = publicFilesOf(stories, context);
  const { fileOf, isBackAt } = refined;
  const redirectLines = await readRedirectsFile(options.content, report);
  const content = { fileOf, pictures, publicFiles, cover: cover?.url, own, redirectLines, isBackAt };
  const issue = {
    linked,
    ...content,
    titles: context.words.titles,
    otherTitles: context.otherWords.map(({ titles }) => titles),
    settings,
    site,
    brand,
    ...(options.preview && { preview: true }),
    ...(options.isLocal && { isLocal: true }),
    memory: state?.pages,
    renderer,
  };
  if (keys) await writeClosed(closed, keys, output);
  const rendered = await writeSite(issue, output, report, options.onProgress);
  await writeCollections(collections.listed, { ...issue, now: stories.now }, output);
  options.onStepEnd?.("Pages");
  if (record) output.write(`data/${recordFile}`, record.file());
  const nameOf = (prefix: string) => linked.others.find(({ place }) => place.prefix === prefix)?.linked.edition.name ?? settings.name;
  writeErrorPages(refined.own.failed, { site, brand, nameOf }, output);
  if (context.newsletters && refined.late.size > 0) output.write(`data/${lateFile}`, lateText(refined.late));
  for (const [file, json] of formerThreads.data) output.write(file, json);
  made.close();
  share?.close();
  photos.close();
  const prefixes = linked.edition.editions?.map(({ prefix }) => prefix);
  const meaning = vectors && { model: vectors, memory: state?.vectors };
  const search = writeSearch(linked.all, refined.own.pages, settings, output, state?.searchFolder, prefixes, meaning);
  options.onStepEnd?.("Search");
  await renderer.finish();
  options.onStepEnd?.("Pages");
  const { slots, words, otherWords, extensions } = context;
  const branding = { brand, slots, words, otherWords, extensions };
  const { edition, pages } = linked;
  return { settings, site, ...branding, edition, threadQuestions, others: othersOf(context, linked), pages, search, ...rendered };
}

/** The editions of the site in other languages. */
export function othersOf({ words, otherWords }: Pick<Branding, "words" | "otherWords">, { others }: LinkedSite): OtherPaper[] {
  return others.map(({ place, linked }, at) => ({ prefix: place.prefix, edition: linked.edition, words: otherWords[at] ?? words }));
}

/** The last step, once everything is written: reports the problems of the site as a whole and removes what the previous build left over. */
export async function finish(context: BuildContext, stories: Stories, linkedArticles: LinkedArticles, built: Built): Promise<Compiled> {
  const { refined, collections, lacksPosters, closed } = linkedArticles;
  const { options, settings, site, output, report, state, problems } = context;
  const { editions } = built.edition;
  if (state) {
    output.write(BUILD, state.site);
    output.write(SOURCES, textOfPublishedFiles(publishedFiles(stories, refined, editions)));
  }
  const { content } = options;
  const edition = { content, fileOf: refined.fileOf, site, hasAddress: settings.url !== undefined, editions, memory: state?.stories };
  const pagesText = refined.own.pages.map(({ value }) => ({ ...value, slug: value.path, corrections: [], citations: [] }));
  const wholes = new Map(closed.map(({ article }) => [article.slug, article]));
  const articles = refined.articles.map((article) => wholes.get(article.slug) ?? article);
  reportDeadLinks([...articles, ...pagesText], (file) => output.has(file), { ...edition, join: settings.members?.join }, report);
  const counts = countsOf(stories, refined);
  const due = [...stories.schedule.due, ...stories.pages.due].toSorted((a, b) => a.at - b.at);
  const lost = counts.skipped.filter(({ file }) => !isOfPages(file, settings.pages) && !collectionOf(file, settings));
  const few = tooFew(counts.published, lossesIn(lost, stories.found.unread));
  if (few) report(few);
  const files = output.finish();
  options.onStepEnd?.("Report");
  const schedule = { ...stories.schedule, due };
  return {
    problems: await locate(problems, content),
    counts,
    schedule,
    // FFmpeg may be installed at any time.
    nextChange: lacksPosters ? stories.now : Math.min(nextChange(stories, context), collections.nextChange),
    built: { ...built, files },
  };
}

/** Ends a build that is refused: the site stays as it is. */
export async function stopBuild({ options, state, problems }: BuildContext, stories: Stories, refined: Refined): Promise<Compiled> {
  state?.cancel();
  return { problems: await locate(problems, options.content), counts: countsOf(stories, refined), isStopped: true };
}

/** Published pages are not counted, since nobody asks how many there are; one that is left out is listed like a story. */
export function countsOf({ found, skipped, pages }: Stories, { articles, own, skipped: joined }: Refined): Compiled["counts"] {
  const left = [...pages.skipped, ...own.skipped];
  return { read: found.read + left.length, published: articles.length, skipped: [...found.skipped, ...skipped, ...joined, ...left] };
}

/** Saves the state for the next build. Call it only once the site is in its place. */
export function saveState({ state, folders, output }: BuildContext): void {
  state?.save();
  folders?.save(output.list());
}
