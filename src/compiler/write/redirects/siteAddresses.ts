import type { LanguageEdition } from "#content/edition/languageEdition.ts";
import { ACCOUNT_PAGES, missingPath, OWN_PAGES } from "#content/pages/ownPages.ts";
import { inSite } from "#content/paths.ts";
import type { PageAddress } from "../../link/page.ts";
import type { Output } from "../../output/output.ts";
import { prefixesOf } from "#content/edition/editions.ts";

/** The 404 page, and Broadsheet's own pages: they are not pages of the edition, and must not be overwritten. */
const OWN = [missingPath, ...[...OWN_PAGES, ...ACCOUNT_PAGES].map(([path]) => path)];

/** Whether the site needs a file, or one of its folders, that may not have been written yet. */
export const isNeeded = (file: string): boolean => NEEDED.test(file);

const NEEDED =
  /^(?:admin|assets|data)(?:\/|$)|(?:^|\/)[._]|^(?:sw\.js|vercel\.json|redirects\.json|favicon\.ico|icon(?:-[\w-]+)?\.(?:png|svg)|\w+\.schema\.json)$/iu;

/** The addresses that a site has, for those that are to redirect to them. */
export type SiteAddresses = {
  /** A path, with its end, without the base, if it is below it: an old address may be written either way. */
  withoutBase: (path: string) => string;
  /** One key for all spellings of a path, with its query, at which a host serves the same. */
  keyOf: (path: string) => string;
  /** The path of the page with a key. */
  pageAt: (key: string) => string | undefined;
  /** Whether a file with a key is there, or will be. */
  hasFile: (key: string) => boolean;
  /** Whether any page or file has a path that is meant. */
  hasAny: (isMeant: (path: string) => boolean) => boolean;
};

type Around = {
  pages: PageAddress[];
  output: Pick<Output, "has" | "files">;
  base: string;
  editions?: LanguageEdition[] | undefined;
};

/** @param around the pages, the files written so far, the base path, and the editions */
export function siteAddresses({ pages, output, base, editions }: Around): SiteAddresses {
  const ofReader = prefixesOf(editions).flatMap((prefix) => OWN.map((path) => inSite(prefix, path)));
  const own = new Set(ofReader.map(samePath));
  const owners = new Map([...pages.map(({ path }) => path), ...ofReader].map((path) => [samePath(path), path]));
  const hasFile = (key: string): boolean => {
    const file = key.replace(/\?.*$/su, "").slice(1);
    return [file, file.replace(/\.(?:br|gz)$/u, "")].some((each) => isNeeded(each) || output.has(each));
  };
  const withoutBase = (path: string): string => {
    const rest = path.slice(base.length - 1);
    return path.startsWith(base.slice(0, -1)) && /^(?:[/?#]|$)/u.test(rest) ? rest.replace(/^(?!\/)/u, "/") : path;
  };
  return {
    withoutBase,
    keyOf: (path) => samePath(withoutBase(path)),
    pageAt: (key) => {
      const [path = ""] = key.split("?");
      return owners.get(own.has(path) ? path : key);
    },
    hasFile,
    hasAny: (isMeant) => [...owners.values()].some(isMeant) || output.files().some((file) => isMeant(`/${encodeURI(file)}`)),
  };
}

/** The host to parse a path with. */
const ANY_HOST = "http://old.invalid/";

/** In bytes: the longest file name that every disk allows, with room for ".html". */
const LONGEST_NAME = 240;

/** A path below one of the edition's files, which cannot also be a folder of redirect pages. */
const FILE_AS_FOLDER = /\.(?:html|xml|json|txt|map|webmanifest|svg|png)\//iu;

/**
 * The path and query of an old address, percent-encoded; or why no page can
 * redirect from it, as the end of a sentence whose subject is the address.
 * @param old a path, or a full address, whose host is ignored
 */
export function oldPath(old: string): { path: string } | { reason: string } {
  if (!URL.canParse(old, ANY_HOST)) return { reason: "is not a web address or path" };
  const { protocol, pathname, search } = new URL(old, ANY_HOST);
  if (!/^https?:$/u.test(protocol)) return { reason: "is not a web address or path" };
  const name = decoded(pathname);
  if (name === undefined || /\p{Cc}/u.test(name)) return { reason: "has an invalid percent encoding" };
  if (FILE_AS_FOLDER.test(name)) return { reason: "uses a file as a folder" };
  if (name.split("/").some((part) => Buffer.byteLength(part) > LONGEST_NAME)) return { reason: "is too long for the name of a file" };
  return { path: `${pathname}${search}` };
}

/** One spelling for all paths at which a host serves one HTML file: /old, /old/, /old.html and /old/index.html. */
function samePath(path: string): string {
  const [name = "", ...query] = path.split("?");
  const plain = (decoded(name) ?? name).replace(/\/index\.html$|\.html$|\/$/u, "");
  return [plain, ...query].join("?");
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
