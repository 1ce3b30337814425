import type { Edition } from "#content/edition/edition.ts";
import type { Page } from "#content/pages/pages.ts";
import { frontPath } from "#content/paths.ts";
import { absolute, absolutePage, type Site } from "#content/site.ts";
import type { Thing } from "./newsArticle.ts";
import { headOf, type OverviewWords } from "./pageHeads.ts";

/**
 * The schema.org description of a page as JSON-LD, a script element that is only data.
 * @param words those of the edition, in which its breadcrumbs are
 */
export function jsonLd(page: Page, edition: Edition, site: Site, canonical: string, words: OverviewWords): string {
  const logo = absolute(site, "/icon-512.png");
  const publisher = { "@type": "NewsMediaOrganization", name: edition.name, url: site.url, logo, ...policiesOf(edition, site) };
  const thing = headOf(page.kind).thing(page.value, { edition, site, url: canonical, publisher });
  const graph = { "@context": "https://schema.org", "@graph": [thing, ...breadcrumbs(page, edition, site, words)] };
  // With "<", a headline could end the script element.
  return `<script type="application/ld+json">${JSON.stringify(graph).replaceAll("<", "\\u003c")}</script>`;
}

const POLICIES = { corrections: "correctionsPolicy", labels: "publishingPrinciples", sources: "unnamedSourcesPolicy" };

const policiesOf = ({ policies = [] }: Edition, site: Site): Thing =>
  Object.fromEntries(policies.map(({ about, url }) => [POLICIES[about], absolutePage(site, url)]));

function breadcrumbs(page: Page, edition: Edition, site: Site, words: OverviewWords): Thing[] {
  const trail = [{ name: edition.name, path: frontPath }, ...headOf(page.kind).steps(page.value, words)];
  if (trail.length < 2) return [];
  // The last is this page.
  const items = trail.map(({ name, path }, place) => ({
    "@type": "ListItem",
    position: place + 1,
    name,
    ...(place < trail.length - 1 && { item: absolutePage(site, path) }),
  }));
  return [{ "@type": "BreadcrumbList", itemListElement: items }];
}
