import { milliseconds } from "#content/instant.ts";
import type { Article } from "#content/article.ts";
import { articlePath, inSite, postPath } from "#content/paths.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";
import type { Say } from "../text/say.ts";
import type { KeptBackAt, LinkInSettings } from "../draft/release/keptBack.ts";
import type { Settings } from "../settings/settings.ts";
import type { StoryMemory } from "../state/StoryMemory.ts";
import type { Skipped } from "../reading/readDrafts.ts";
import { addresses, addressesDigest, keptBackAt, keyOf, withoutBack } from "./addresses.ts";
import { articleOf, markedHeadline } from "./articleOf.ts";
import { authorsApart } from "./authorsApart.ts";
import { byEdition } from "./byEdition.ts";
import type { Dated } from "./dates.ts";
import { duplicates } from "./duplicates.ts";
import { type FormerSubject, formerSubjects } from "./formerSubjects.ts";
import { type FormerLists, formerLists, mayBeList } from "./formerLists.ts";
import { type Identified, ids } from "./ids.ts";
import { postId } from "./livePosts.ts";
import type { Names } from "./subjectNames.ts";
import { oldUrls } from "./oldUrls.ts";
import { slugs, wantedSlug } from "./slugs.ts";
import { type OwnPages, ownPages, placePages, keptBackPages } from "./staticPages.ts";
import { type Translated, translations } from "./translations.ts";
import { contentLinks, linksInSettings } from "./withoutUnknown.ts";
import { compareText } from "../text/compareText.ts";

/**
 * Each draft becomes an article or is joined with another. `fileOf` has the file of an article by its slug, and of a page by its path;
 * `isBackAt` finds the file of what is kept back at an address; `moved` are subjects that had another address; `linkInSettings`
 * finds where a link in the settings leads.
 */
export type Refined = {
  articles: Article[];
  skipped: Skipped[];
  fileOf: Map<string, string>;
  own: OwnPages;
  isBackAt: KeptBackAt;
  moved: FormerSubject[];
  linkInSettings: LinkInSettings;
  /** The tiers of members for whom articles are, by their slugs. */
  tiers: ReadonlyMap<string, string>;
  /** When articles appeared whose embargo ended after their date, by their slugs. */
  late: ReadonlyMap<string, string>;
};

type Options = {
  /** What earlier builds made of bodies, and the store that holds them. */
  memory?: StoryMemory | undefined;
  /** Drafts that are kept back: links to them are removed. */
  back?: Draft[];
  /** Posts that are kept back while their live blogs are public. */
  backPosts?: Draft[];
  /** Drafts of pages of the paper that readers may see, and those that are kept back. */
  pages?: { open: Draft[]; back: Draft[] };
  /** The folder in which the files of the drafts are. */
  content?: string;
  /** The words that a build writes into stories; by default Broadsheet's own. */
  say?: Say | undefined;
};

/**
 * Makes articles of the drafts that readers may see. The order of the steps
 * matters: the earliest draft gets the plain slug, so dates come before slugs;
 * links lead to slugs, so they come after; the spelling of a name is chosen among
 * all published drafts, so duplicates are joined before names are indexed.
 * @param drafts those that `released` lets through
 */
export function refine(
  drafts: Dated[],
  settings: Settings,
  report: Report,
  { memory, back = [], backPosts = [], pages = { open: [], back: [] }, content = ".", say }: Options = {},
): Refined {
  const { distinct, joined } = duplicates(inOrder(authorsApart(drafts)), report);
  const ordered = ids(slugs(distinct, report), report);
  const { languages, prefixOf, storiesIn, namesFor } = byEdition(ordered, settings, report, memory);
  const storyAt = pages.open.length === 0 ? () => undefined : storiesByAddress(ordered);
  const placing = placePages(pages.open, settings, (prefix) => storiesIn(prefix).length > 0, storyAt, report);
  // The lists of a former site are taken over by the main edition.
  const lists = listsOf(storiesIn(""), namesFor);
  const pathOf = (draft: Identified): string => inSite(prefixOf(draft), articlePath(draft.slug));
  const paths = new Map<Draft, string>(joined.length === 0 ? [] : ordered.map((draft) => [draft, pathOf(draft)]));
  const joinedAt = joined.map(({ draft, into }) => ({ draft, path: paths.get(into) ?? "" }));
  const places = [...placing.placed, ...joinedAt];
  const known = addresses(ordered, settings, lists, places, pathOf);
  const blogs = new Map(ordered.flatMap((draft): [string, Identified][] => (draft.liveBlog ? [[draft.file, draft]] : [])));
  const posts = backPosts.flatMap((draft) => {
    const blog = blogs.get(draft.postOf ?? "");
    return blog ? [{ draft, path: inSite(prefixOf(blog), postPath(blog.slug, postId(draft))) }] : [];
  });
  const closed = [...keptBackPages(pages.back, settings), ...posts];
  const isBackAt = keptBackAt(known, { back, pages: closed }, settings);
  memory?.noteAddresses(addressesDigest(ordered, pathOf, places, { drafts: back, pages: closed }));
  const addressOf = withoutBack(known, isBackAt, report);
  const languageOf = languages();
  const translated = translatedStories(languageOf, back, settings, report);
  const links = contentLinks(content, settings, report);
  const articles = ordered.map((draft) => {
    const text = { inLanguage: languageOf.get(draft) ?? settings.language, translated: translated.get(draft) };
    return articleOf(draft, text, { settings, report, nameOf: namesFor(draft), addressOf, links, memory, say });
  });
  const own = ownPages(placing, pages.back, settings, { addressOf, links, say, memory }, report);
  const files = [
    ...ordered.map(({ slug, file }): [string, string] => [slug, file]),
    ...own.pages.map(({ value, file }): [string, string] => [value.path, file]),
  ];
  return {
    articles,
    skipped: joined.map(({ draft, reason }) => ({ file: draft.file, reason })),
    fileOf: new Map(files),
    own,
    isBackAt,
    moved: formerSubjects(ordered, namesFor, prefixOf),
    linkInSettings: linksInSettings(addressOf, isBackAt, links),
    tiers: new Map(ordered.flatMap(({ slug, tier }): [string, string][] => (tier === undefined ? [] : [[slug, tier]]))),
    late: new Map(ordered.flatMap((draft): [string, string][] => lateOf(draft).map((at) => [draft.slug, at]))),
  };
}

/** The last moment that kept a story back after its date, if there is one. */
function lateOf({ datePublished, moments = [] }: Identified): string[] {
  const after = moments.filter(({ type, at }) => type !== "expiry" && milliseconds(at) > milliseconds(datePublished));
  return after
    .map(({ at }) => at)
    .toSorted((a, b) => milliseconds(b) - milliseconds(a))
    .slice(0, 1);
}

/** @param languageOf the language of each story that readers may see */
function translatedStories(
  languageOf: ReadonlyMap<Identified, string>,
  back: Draft[],
  settings: Settings,
  report: Report,
): ReadonlyMap<Draft, Translated> {
  const open = [...languageOf].map(([draft, inLanguage]) => ({
    draft,
    address: draft.slug,
    names: [draft.id, articlePath(draft.slug)],
    inLanguage,
    title: markedHeadline(draft),
  }));
  const kept = back.map((draft) => {
    const { id, slug, headline = "" } = draft;
    const address = wantedSlug({ ...(slug !== undefined && { slug }), headline });
    return { draft, address, names: [...(id === undefined ? [] : [id]), articlePath(address)], inLanguage: "", title: "" };
  });
  return translations(open, kept, { kind: "story", language: settings.language, report });
}

/** Names the story that is still to be found at a former address. */
function storiesByAddress(drafts: Identified[]): (path: string) => string | undefined {
  const owners = new Map<string, string>();
  for (const draft of drafts) {
    for (const url of oldUrls(draft)) {
      const key = keyOf(url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/", undefined);
      if (key !== undefined && !owners.has(key)) owners.set(key, draft.file);
    }
  }
  return (path) => {
    const file = owners.get(keyOf(path, undefined) ?? "");
    return file === undefined ? undefined : `the story ${file}, which had it before`;
  };
}

/** Finds a list of the former site by the name that it had there. Most links lead to none, so lists are gathered for the first that may. */
function listsOf(drafts: Identified[], nameOf: (draft: Identified) => Names): FormerLists["find"] {
  let lists: FormerLists | undefined;
  return (path) => {
    if (!lists && !mayBeList(path)) return undefined;
    if (!lists) {
      lists = formerLists();
      for (const draft of drafts) lists.add(draft, nameOf(draft));
    }
    return lists.find(path);
  };
}

/** The oldest first; at the same moment by file, so that the order is the same on every machine. */
function inOrder(drafts: Dated[]): Dated[] {
  return drafts
    .map((draft) => ({ draft, at: milliseconds(draft.datePublished) }))
    .toSorted((a, b) => a.at - b.at || compareText(a.draft.file, b.draft.file))
    .map(({ draft }) => draft);
}

/** How many stories whose embargo ended after their date letters can find: those of the last weeks. */
const MOST_LATE = 200;

/** The file of stories that letters find late. @param late when each came out, by its slug */
export function lateText(late: Refined["late"]): string {
  const newest = [...late].toSorted(([, a], [, b]) => milliseconds(b) - milliseconds(a)).slice(0, MOST_LATE);
  return JSON.stringify(Object.fromEntries(newest));
}
