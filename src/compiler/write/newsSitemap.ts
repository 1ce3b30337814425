import { articlePath, inSite } from "#content/paths.ts";
import type { Edition } from "#content/edition/edition.ts";
import { isEditorial, newest, type Story } from "../link/story.ts";
import type { Output } from "../output/output.ts";
import { absolutePage, type Site } from "#content/site.ts";
import { element, escaped, XML_HEAD } from "#content/html/xml.ts";

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const MOST_STORIES = 1000;

const NAMESPACES = {
  xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
  "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
};

/**
 * Writes the news-sitemap.xml of an edition in Google News' format: at most 1,000 stories of the
 * last two days, counted back from the newest story. Google wants no advertisements in it.
 * @param stories oldest first
 */
export function writeNewsSitemap(stories: Story[], edition: Edition, site: Site, output: Pick<Output, "write">): void {
  const since = (stories.at(-1)?.at ?? 0) - TWO_DAYS;
  const recent = newest(stories, MOST_STORIES).filter((story) => story.at >= since && isEditorial(story));
  const entries = recent.map((story) => `${url(story, edition, site)}\n`);
  output.write(inSite(site.prefix ?? "", "/news-sitemap.xml").slice(1), `${XML_HEAD}${element("urlset", NAMESPACES, "\n", ...entries)}\n`);
}

function url({ article }: Story, edition: Edition, site: Site): string {
  const publication = element(
    "news:publication",
    {},
    element("news:name", {}, escaped(edition.name)),
    element("news:language", {}, newsLanguage(article.inLanguage)),
  );
  return element(
    "url",
    {},
    element("loc", {}, escaped(absolutePage(site, articlePath(article.slug)))),
    element(
      "news:news",
      {},
      publication,
      element("news:publication_date", {}, article.datePublished),
      element("news:title", {}, escaped(article.headline)),
    ),
  );
}

/** Google News wants the language alone, except for Chinese: "zh-cn" or "zh-tw". */
function newsLanguage(tag: string): string {
  const [language = "", ...rest] = tag.toLowerCase().split("-");
  if (language !== "zh") return escaped(language);
  return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-tw" : "zh-cn";
}
