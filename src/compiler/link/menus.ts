import type { Edition } from "#content/edition/edition.ts";
import type { LinkGroup, MenuItem, NamedLink } from "#content/menu.ts";
import { OWN_PAGES } from "#content/pages/ownPages.ts";
import { MENU_PAGES, type OptionalPage } from "#content/pages/pages.ts";
import { subjectPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import { nearestName } from "../text/nearestName.ts";
import type { Report } from "../draft/problem.ts";
import type { LinkInSettings } from "../draft/release/keptBack.ts";
import type { MenuItemSettings, MenuLinkSettings } from "../settings/menuSettings.ts";
import type { Settings } from "../settings/settings.ts";
import type { Subjects } from "./subjects.ts";

/** The pages that a menu can link to, and where links lead. */
type Known = {
  subjects: Subjects;
  pages: { path: string; title: string }[];
  has: Pick<Edition, OptionalPage>;
  leadsTo?: LinkInSettings | undefined;
  /** What comes before the names of the settings in edition.json, such as "languages.nl.". */
  settingsPlace?: string | undefined;
};

const KINDS = ["section", "topic", "place"] as const;

/**
 * The menus that the settings define, if any. A link to something that does not
 * exist is left out and reported with the nearest name.
 */
export function menus(settings: Settings, known: Known, report: Report): Pick<Edition, "navigation" | "footer"> {
  const link = (item: MenuLinkSettings, place: string): NamedLink[] => {
    const found = linkOf(item, known);
    if ("back" in found) {
      report({
        severity: "notice",
        file: "edition.json",
        place: `${place}.link`,
        message: `${place} leads to ${found.back}, which is kept back, so this link was left out.`,
        remedy: "It appears in the menu with the build that publishes the story.",
      });
      return [];
    }
    if ("url" in found) return [found];
    const { what, field, nearest } = found;
    report({
      severity: "warning",
      file: "edition.json",
      place: `${place}.${field}`,
      message: `${place}: there is no ${what}, so this link was left out.`,
      remedy: REMEDIES[field] ?? `Name a ${field} that stories have, by its name or slug.`,
      ...(nearest !== undefined && { nearest }),
    });
    return [];
  };
  const links = (items: MenuLinkSettings[], place: string): NamedLink[] => items.flatMap((item, at) => link(item, `${place}.${at}`));
  const entry = (item: MenuItemSettings, place: string): MenuItem[] =>
    item.items === undefined ? link(item, place) : group({ name: item.name ?? "", items: links(item.items, `${place}.items`) });
  const { navigation, footer } = settings;
  const { settingsPlace: at = "" } = known;
  return {
    ...(navigation && { navigation: navigation.flatMap((item, index) => entry(item, `${at}navigation.${index}`)) }),
    ...(footer && {
      footer: {
        ...footer,
        columns: footer.columns?.flatMap(({ title, links: items }, index) =>
          group({ name: title, items: links(items, `${at}footer.columns.${index}.links`) }),
        ),
      },
    }),
  };
}

const group = (group: LinkGroup): LinkGroup[] => (group.items.length === 0 ? [] : [group]);

const REMEDIES: Partial<Record<Missing["field"], string>> = {
  page: "Name a page by its address.",
  link: "Correct the address, or remove the link.",
};

type Missing = { what: string; field: "page" | "link" | (typeof KINDS)[number]; nearest?: string | undefined };

function linkOf(item: MenuLinkSettings, { subjects, pages, has, leadsTo }: Known): NamedLink | { back: string } | Missing {
  if (item.link !== undefined) {
    const found = leadsTo ? leadsTo(item.link) : { url: item.link };
    if (!found) return { what: `published story at ${item.link}`, field: "link" };
    return "back" in found ? found : { name: item.name ?? item.link.replace(/^\w+:(?:\/\/)?|\/$/gu, ""), ...found };
  }
  for (const kind of KINDS) {
    const wanted = item[kind];
    if (wanted === undefined) continue;
    const all = [...subjects[kind].values()];
    const found = all.find(
      (subject) => subject.slug === wanted || subject.slug === slug(wanted) || folded(subject.name) === folded(wanted),
    );
    if (found) return { name: item.name ?? found.name, url: subjectPath(kind, found.slug) };
    const names = all.flatMap((subject) => [subject.name, subject.slug]);
    return { what: `${kind} "${wanted}" with a story`, field: kind, nearest: nearestName(wanted, names) };
  }
  const wanted = `/${(item.page ?? "").replace(/^\/|\/$/gu, "")}`;
  const encoded = encodeURI(decodeURI(wanted));
  const own = pages.find(({ path }) => path === encoded);
  if (own) return { name: item.name ?? own.title, url: own.path };
  const generated = MENU_PAGES.filter((page) => !("if" in page) || has[page.if]).map(({ path }) => path);
  const everywhere: string[] = [...generated, ...OWN_PAGES.map(([path]) => path)];
  // Their names are interface words, not known here: without a name in the menu, they are named by address.
  if (everywhere.includes(wanted)) return { name: item.name ?? wanted, url: wanted };
  return { what: `page at ${wanted}`, field: "page", nearest: nearestName(wanted, [...pages.map(({ path }) => path), ...everywhere]) };
}

const folded = (name: string): string => name.normalize("NFKC").toLowerCase();
