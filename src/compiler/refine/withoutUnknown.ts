import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { decodedAddress } from "#content/decoded.ts";
import { articlePath } from "#content/paths.ts";
import type { Report } from "../draft/problem.ts";
import type { KeptBackAt, LinkInSettings } from "../draft/release/keptBack.ts";
import { wikiName } from "../text/wikiAddress.ts";
import type { Settings } from "../settings/settings.ts";
import { extensionOf, fileName } from "../text/fileName.ts";
import { isMarkdown } from "../reading/markdown/forms.ts";
import { type Addresses, fragmentOf, withinFolder } from "./addresses.ts";

/** What links can name in the content folder, and out of it. */
export type ContentLinks = {
  /** Resolves a file's link out of the content folder; empty if only its text stays. */
  outside: (url: string, file: string) => string;
  /** The path in the content folder of the story's file that a link names, whether or not it is there; undefined if it names none. */
  storyFile: (url: string) => string | undefined;
  /** Whether the content folder has a file at a path. */
  isThere: (path: string) => boolean;
  /** Whether no file is looked for to find out where a link leads. */
  needsNoFile: (url: string) => boolean;
};

/**
 * Removes links by a name that no article of the edition has, and those to the file of a story that is not published,
 * so that only their text stays. The file of a story that was moved leads to its article, if that has its former address.
 * @param file of the text with the links
 */
export function withoutUnknown(addressOf: Addresses, links: ContentLinks, file: string, report: Report): Addresses {
  const warned = new Set<string>();
  const warn = (about: string, message: string, remedy: string): string => {
    if (!warned.has(message)) report({ severity: "warning", file, about, message, remedy });
    warned.add(message);
    return "";
  };
  return (url) => {
    const known = addressOf(url);
    const to = leadsOut(known) ? links.outside(known, file) : known;
    const name = wikiName(to);
    if (name !== undefined) {
      const message = `No article of the edition is called "${name}", so only the words of the link are shown.`;
      return warn(`[[${name}`, message, "Correct the name, or remove the brackets.");
    }
    const path = links.storyFile(to);
    if (path === undefined) return to;
    const message = `The link to ${path} leads to no story of the edition, so only its words are shown.`;
    return movedTo(to, path, addressOf, links) ?? warn(basename(path), message, UNPUBLISHED);
  };
}

const UNPUBLISHED = "Correct the link or the file, or name the former address of a moved story in its oldUrls.";

/** Finds where links in the settings lead. Only those to the file of a story are changed. */
export function linksInSettings(addressOf: Addresses, isBackAt: KeptBackAt, links: ContentLinks): LinkInSettings {
  return (url) => {
    const back = isBackAt(url);
    if (back !== undefined) return { back };
    if (links.storyFile(url) === undefined) return { url };
    const to = addressOf(url);
    const path = links.storyFile(to);
    const moved = path === undefined ? to : movedTo(to, path, addressOf, links);
    return moved ? { url: moved } : undefined;
  };
}

/** Where the file of a story led before it was moved; undefined if that is not known. With a slash, since any known address is then changed. */
function movedTo(url: string, path: string, addressOf: Addresses, { isThere }: ContentLinks): string | undefined {
  if (isThere(path)) return undefined;
  const former = `${articlePath(fileName(path).slug)}/${fragmentOf(url)}`;
  const to = addressOf(former);
  return to === former ? undefined : to;
}

const leadsOut = (url: string): boolean => url.startsWith("/../");

/**
 * Links out of the content folder work where the files are, but lead to nothing in a site; they are pointed at the
 * repository, if the settings name it.
 */
export function contentLinks(content: string, { repository, url: site }: Settings, report: Report): ContentLinks {
  const isThere = (path: string): boolean => existsSync(join(content, path));
  const inSite = (url: string): string => (site !== undefined && url.startsWith(site) ? `/${url.slice(site.length)}` : url);
  return {
    outside: (url, file) => {
      if (repository !== undefined) return new URL(url.slice(1), repository.replace(/\/?$/u, "/")).href;
      if (!isThere(pathOf(url))) return withinFolder(url);
      report({
        severity: "notice",
        file,
        about: url.slice(1),
        message: `The link to ${url.slice(1)} leads out of the content folder, so only its words are shown.`,
        remedy: "Name the address of the folder in edition.json as repository, and such links lead there.",
      });
      return "";
    },
    storyFile: (url) => {
      const own = inSite(url);
      if (!own.startsWith("/") || own.startsWith("//")) return undefined;
      const path = pathOf(withinFolder(own)).slice(1);
      // A page may have the name of a file with another extension.
      return isMarkdown(path) || (OTHER_FORMS.has(extensionOf(path)) && isThere(path)) ? path : undefined;
    },
    isThere,
    needsNoFile: (url) => {
      const path = pathOf(inSite(url));
      return !path.startsWith("/") || (!leadsOut(path) && !isMarkdown(path) && !OTHER_FORMS.has(extensionOf(path)));
    },
  };
}

/** The extensions of files that may be stories, and that a site has too. */
const OTHER_FORMS = new Set(["json", "html", "htm", "txt"]);

const pathOf = (url: string): string => decodedAddress(url.replace(/[?#].*$/su, ""));
