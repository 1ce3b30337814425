import type { Article } from "#content/article.ts";
import { blocksMarkdown, correctionMarkdown, parts, pictureMarkdown, recordingMarkdown } from "#content/markdown/blocksMarkdown.ts";
import { escapedMarkdown, linkMarkdown } from "#content/markdown/inlineMarkdown.ts";
import { correctionsAtEnd } from "#content/correctionsAtEnd.ts";
import { articlePath } from "#content/paths.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { absoluteIn, absolutePage, type Site } from "#content/site.ts";
import { REST } from "../feeds/feed.ts";

/**
 * What is open of a published story, as Markdown with front matter: its labels, text, corrections and sources. All addresses are full.
 * @param rest said instead of what only members may read
 */
export function storyMarkdown(article: Article, site: Site, rest = REST): string {
  const { headline, standfirst, image, audio, sponsor, members, ai, body, citations } = article;
  const own = absolutePage(site, articlePath(article.slug));
  const resolve = absoluteIn(site, own);
  const text = parts([
    `# ${escapedMarkdown(headline)}`,
    sponsor ? `**${escapedMarkdown(sponsor.label)}**` : "",
    members?.label === undefined ? "" : `**${escapedMarkdown(members.label)}**`,
    standfirst === undefined || plainText(body).startsWith(standfirst.replace(/…$/u, "")) ? "" : escapedMarkdown(standfirst),
    ai ? `*${escapedMarkdown(ai.label)}*` : "",
    image ? pictureMarkdown(image, resolve) : "",
    audio ? recordingMarkdown(audio, resolve) : "",
    blocksMarkdown(body, resolve),
    members ? linkMarkdown(escapedMarkdown(rest), `${own}#members`) : "",
    ...correctionsAtEnd(article).map(({ date, children }) => correctionMarkdown(date, children, resolve)),
    citations
      .map(({ title, url }) => `- ${url === undefined ? escapedMarkdown(title) : linkMarkdown(escapedMarkdown(title), resolve(url))}`)
      .join("\n"),
  ]);
  return `---\n${frontMatter(article, own)}---\n\n${text}\n`;
}

/** As YAML, of which JSON is a part: so no value needs more than its JSON. */
function frontMatter(article: Article, url: string): string {
  const names = (all: { name: string }[]): string[] | undefined => (all.length === 0 ? undefined : all.map(({ name }) => name));
  const { headline, datePublished, dateModified, authors, section, topics, places, inLanguage, kind, genre, sponsor, members, ai } =
    article;
  const fields = {
    headline,
    datePublished,
    dateModified,
    authors: names(authors),
    url,
    inLanguage,
    section: section?.name,
    topics: names(topics),
    places: names(places),
    kind,
    genre,
    sponsor: sponsor?.label,
    members: members?.label,
    ai: ai?.label,
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join("");
}
