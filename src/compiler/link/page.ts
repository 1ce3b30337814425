import type { Alternate } from "#content/edition/languageEdition.ts";
import type { Page, PageKind } from "#content/pages/pages.ts";

/**
 * A page without its value, as the prerenderer and the sitemap need it. `lastModified`: when its content last changed; not set
 * for a page without stories. `alternates`: its counterparts in other languages, including itself.
 */
export type PageAddress = { path: string; kind: PageKind; lastModified?: string | undefined; alternates?: Alternate[] };

/**
 * One page of the edition. Its value is made on demand.
 * `isAsBefore`: it is known to be the same as in the previous build, without its value being made.
 */
export type LinkedPage = Page & PageAddress & { isAsBefore?: boolean | undefined };

export function addressOf({ path, kind, lastModified, alternates }: LinkedPage): PageAddress {
  return { path, kind, lastModified, ...(alternates && { alternates }) };
}
