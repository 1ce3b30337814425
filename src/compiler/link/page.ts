import type { Alternate } from "#content/edition/languageEdition.ts";
import type { Page, PageKind } from "#content/pages/pages.ts";

/** A page without its value: what the prerenderer and the sitemap go through. `lastModified`: when what it shows last changed; none without a story. `alternates`: where it stands in other languages, itself among them. */
export type PageAddress = { path: string; kind: PageKind; lastModified?: string | undefined; alternates?: Alternate[] };

/**
 * One page of the edition. Its value is made when it is asked for.
 * `isAsBefore`: it is known to show what it showed in the build before, without being made.
 */
export type LinkedPage = Page & PageAddress & { isAsBefore?: boolean | undefined };

export function addressOf({ path, kind, lastModified, alternates }: LinkedPage): PageAddress {
  return { path, kind, lastModified, ...(alternates && { alternates }) };
}
