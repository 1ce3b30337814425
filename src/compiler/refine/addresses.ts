import { articlePath } from "#content/paths.ts";
import type { Report } from "../draft/problem.ts";
import type { Settings } from "../settings.ts";
import type { Identified } from "./ids.ts";
import type { FormerLists } from "./formerLists.ts";
import { impliedUrls, oldUrls } from "./oldUrls.ts";

/**
 * Where a link of an article leads now: to an article of this edition by
 * whatever address it had before, or where it led.
 */
export type Addresses = (url: string, file: string) => string;

/**
 * Knows every address that an article of the edition has or had: its own, its old ones, that of its file.
 * @param report is told of paths that lead to no article and to no page that an edition may have
 * @param listOf where lists of the former site are now
 */
export function addresses(drafts: Identified[], settings: Settings, report: Report, listOf: FormerLists = () => undefined): Addresses {
  const known = new Map<string, string>();
  const own = settings.url === undefined ? undefined : hostOf(settings.url);
  for (const draft of drafts) {
    const path = articlePath(draft.slug);
    const old = [...oldUrls(draft), ...impliedUrls(draft), ...(draft.url === undefined ? [] : [draft.url])];
    for (const address of [path, `/article/${draft.slug}`, `/${draft.file}`, ...old]) {
      const key = keyOf(address, own);
      if (key !== undefined && !known.has(key)) known.set(key, path);
    }
  }
  const told = new Set<string>();
  return (url, file) => {
    const key = keyOf(url, own);
    const plain = key?.replace(/\?.*$/su, "");
    const path = key === undefined || plain === undefined ? undefined : (known.get(key) ?? known.get(plain) ?? listOf(plain));
    if (path !== undefined) return path + (/#.*$/su.exec(url)?.[0] ?? "");
    if (plain?.startsWith("/") && !PAGES.test(plain) && !told.has(plain)) {
      told.add(plain);
      report({ severity: "notice", file, message: `The link to ${url} leads to nothing in this edition (said once for each address).` });
    }
    return url;
  };
}

/** What the edition has besides articles. */
const PAGES = /^\/(?:$|(?:topics?|places?|section|author|archive|latest|pictures|search)(?:\/|$))/u;

const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host.replace(/^www\./u, "") : undefined);

/** The same for all ways to write one address, with its query; a path for those of this edition, host and path for others. Undefined for what is no page. */
function keyOf(url: string, own: string | undefined): string | undefined {
  if (url.startsWith("/")) return pathKey(url);
  const host = /^https?:/iu.test(url) ? hostOf(url) : undefined;
  if (host === undefined) return undefined;
  const path = pathKey(url.replace(/^https?:\/\/[^/?#]*/iu, "") || "/");
  return host === own ? path : `${host}${path}`;
}

function pathKey(url: string): string {
  const [, written = "", query = ""] = /^([^?#]*)(\?[^#]*)?/su.exec(url) ?? [];
  const path = decoded(written);
  const short = path.replace(/(?:\/index)?\.(?:html?|md|markdown|json)$/iu, "").replace(/\/(?:index)?$/iu, "");
  return (short.normalize("NFC").toLowerCase() || "/") + query;
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
