import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition.ts";
import type { Picture } from "#content/image.ts";
import { articlePath, frontPath, subjectPath, topicsPath, placesPath, searchPath } from "#content/paths.ts";
import { inlineText, plainText } from "#content/plainText.ts";
import { absolute, type Page, type Site } from "../page.ts";

type Thing = { [property: string]: unknown };

/** What the page is, in schema.org's words, as the one kind of script that is only data. */
export function jsonLd(page: Page, edition: Edition, site: Site, canonical: string): string {
  const graph = {
    "@context": "https://schema.org",
    "@graph": [...things(page, edition, site, canonical), ...breadcrumbs(page, edition, site)],
  };
  // "<" would let a headline end the script.
  return `<script type="application/ld+json">${JSON.stringify(graph).replaceAll("<", "\\u003c")}</script>`;
}

function things(page: Page, edition: Edition, site: Site, url: string): Thing[] {
  const paper = { "@type": "NewsMediaOrganization", name: edition.name, url: site.url };
  switch (page.kind) {
    case "article":
      return [newsArticle(page.value.article, paper, site, url)];
    case "front":
      return [
        {
          "@type": "WebSite",
          name: edition.name,
          description: edition.tagline,
          url: site.url,
          inLanguage: edition.language,
          publisher: paper,
          potentialAction: {
            "@type": "SearchAction",
            target: { "@type": "EntryPoint", urlTemplate: `${absolute(site, searchPath)}?q={search_term_string}` },
            "query-input": "required name=search_term_string",
          },
        },
      ];
    case "list":
      return [
        {
          "@type": "CollectionPage",
          url,
          name: page.value.name || undefined,
          description: page.value.description,
          mainEntity: {
            "@type": "ItemList",
            itemListElement: page.value.days
              .flatMap(({ teasers }) => teasers)
              .map(({ slug, headline }, place) => ({
                "@type": "ListItem",
                position: place + 1,
                url: absolute(site, articlePath(slug)),
                name: headline,
              })),
          },
        },
      ];
    case "index":
    case "archive":
      return [{ "@type": "CollectionPage", url }];
  }
}

function newsArticle(article: Article, publisher: Thing, site: Site, url: string): Thing {
  const at = (kind: "topic" | "place", type: string) => (ref: { slug: string; name: string }) => ({
    "@type": type,
    name: ref.name,
    url: absolute(site, subjectPath(kind, ref.slug)),
  });
  return {
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: url,
    identifier: article.id,
    headline: article.headline,
    description: article.standfirst,
    articleSection: article.section?.name,
    author: article.authors.map(({ slug, name, kind }) => ({
      "@type": kind === "desk" ? "Organization" : "Person",
      name,
      url: absolute(site, subjectPath("author", slug)),
    })),
    publisher,
    datePublished: article.datePublished,
    dateModified: article.dateModified ?? article.datePublished,
    dateline: article.dateline,
    genre: article.genre,
    inLanguage: article.inLanguage,
    keywords: article.topics.map(({ name }) => name),
    about: article.topics.map(at("topic", "Thing")),
    contentLocation: article.places.map(at("place", "Place")),
    image: article.image && pictureOf(article.image, site),
    citation: article.citations.map(({ title, url: address }) => ({ "@type": "CreativeWork", name: title, url: address })),
    correction: article.corrections.map(({ date, children }) => ({
      "@type": "CorrectionComment",
      datePublished: date,
      text: inlineText(children),
    })),
    timeRequired: `PT${article.readingMinutes}M`,
    wordCount: plainText(article.body).match(/\S+/gu)?.length ?? 0,
    isAccessibleForFree: true,
  };
}

/** Search engines show bitmaps alone. */
function pictureOf({ card, ...image }: Picture, site: Site): Thing {
  const { url, width, height } = card ?? image;
  return { "@type": "ImageObject", url: absolute(site, url), width, height };
}

function breadcrumbs(page: Page, edition: Edition, site: Site): Thing[] {
  const trail = [{ name: edition.name, path: frontPath }, ...stepsTo(page)];
  if (trail.length < 2) return [];
  const items = trail.map(({ name, path }, place) => ({ "@type": "ListItem", position: place + 1, name, item: absolute(site, path) }));
  return [{ "@type": "BreadcrumbList", itemListElement: items }];
}

function stepsTo(page: Page): { name: string; path: string }[] {
  switch (page.kind) {
    case "article": {
      const { section, slug, headline } = page.value.article;
      const own = { name: headline, path: articlePath(slug) };
      return section ? [{ name: section.name, path: subjectPath("section", section.slug) }, own] : [own];
    }
    case "list": {
      const { kind, slug, name } = page.value;
      if (kind === "latest" || kind === "month") return [];
      const own = { name, path: subjectPath(kind, slug) };
      if (kind === "topic") return [{ name: "Topics", path: topicsPath }, own];
      if (kind === "place") return [{ name: "Places", path: placesPath }, own];
      return [own];
    }
    case "front":
    case "index":
    case "archive":
      return [];
  }
}
