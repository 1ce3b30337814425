import type { Edition } from "#content/edition/edition.ts";
import type { LinkGroup, MenuItem, NamedLink } from "#content/menu.ts";
import { MENU_PAGES, type OptionalPage } from "#content/pages/pages.ts";
import {
  accountPath,
  catchUpPath,
  followingPath,
  frontPath,
  highlightsPath,
  historyPath,
  savedPath,
  searchPath,
  subjectPath,
} from "#content/paths.ts";
import type { Words } from "../i18n/wordTypes.ts";
import { useWords } from "../i18n/words.ts";

/** The pages that list the whole edition, with their names, for the menu and the footer: if it has no stories, only its front page and search. */
const pageLinks = (words: Words, home = false): NamedLink[] =>
  MENU_PAGES.filter((page) => !("if" in page) && (!home || page.path === frontPath || page.path === searchPath)).map(({ path, word }) => ({
    url: path,
    name: words[word],
  }));

/** The reader's own pages; none if the site has no stories. */
export function ownLinks(words: Words, { accounts, home }: Pick<Edition, "accounts" | "home"> = {}): NamedLink[] {
  if (home) return [];
  return [
    { url: savedPath, name: words.saved },
    { url: followingPath, name: words.following },
    { url: highlightsPath, name: words.highlights },
    { url: historyPath, name: words.history },
    { url: catchUpPath, name: words.catchUp },
    ...(accounts ? [{ url: accountPath, name: words.account }] : []),
  ];
}

/** The generated pages that not every edition has. */
const optionalLinks = (words: Words, has: Pick<Edition, OptionalPage> = {}): NamedLink[] =>
  MENU_PAGES.flatMap((page) => ("if" in page && has[page.if] ? { url: page.path, name: words[page.word] } : []));

/** Names a link: pages that every paper has are named here, where the language is known, unless the paper names them. */
function useNamed(): (link: NamedLink) => NamedLink {
  const words = useWords();
  const all = [...ownLinks(words, { accounts: true }), ...MENU_PAGES.map(({ path, word }) => ({ url: path, name: words[word] }))];
  return (link) => (link.name === link.url ? (all.find(({ url }) => url === link.url) ?? link) : link);
}

/** The navigation of an edition: the one that it sets, or else its sections. */
export function useNavigationOf({ navigation, sections }: Pick<Edition, "navigation" | "sections">): MenuItem[] {
  const named = useNamed();
  if (!navigation) return sections.map(({ slug, name }) => ({ name, url: subjectPath("section", slug) }));
  return navigation.map((item) => ("items" in item ? { ...item, items: item.items.map(named) } : named(item)));
}

/** The groups of links to the pages of an edition, in order, without the reader's own. */
export function useGroups(edition: Edition | undefined): LinkGroup[] {
  const words = useWords();
  const items = useNavigationOf(edition ?? { sections: [] });
  const single = items.filter((item): item is NamedLink => !("items" in item));
  const groups = items.filter((item): item is LinkGroup => "items" in item);
  return [
    { name: words.sections, items: single },
    ...groups,
    { name: words.read, items: pageLinks(words, edition?.home) },
    { name: edition?.name ?? "", items: [...(edition?.pages ?? []), ...optionalLinks(words, edition)] },
  ].filter((group) => group.items.length > 0);
}

/** The groups in the footer: the columns that the paper sets, or else the same groups. */
export function useFooterGroups(edition: Edition | undefined): LinkGroup[] {
  const named = useNamed();
  const groups = useGroups(edition);
  return edition?.footer?.columns?.map(({ name, items }) => ({ name, items: items.map(named) })) ?? groups;
}
