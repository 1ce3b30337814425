import type { Edition } from "#content/edition/edition.ts";
import { escapedMarkdown, linkMarkdown } from "#content/markdown/inlineMarkdown.ts";
import { archivePath, articlePath, inSite, listPath, markdownPath } from "#content/paths.ts";
import { absolutePage, type Site } from "#content/site.ts";
import { newest, type Story } from "../../link/story.ts";
import { digestOf } from "../../state/lazyBody.ts";
import type { PageMemory } from "../../state/PageMemory.ts";
import type { Output } from "../../output/output.ts";
import { storyMarkdown } from "./storyMarkdown.ts";

/** How many of the newest stories llms.txt names. */
const NAMED = 50;

/**
 * Writes each story of an edition as Markdown, and llms.txt (llmstxt.org), which names the newest.
 * @param memory of the previous build: the Markdown of a story that has not changed is kept
 * @param rest said instead of what only members may read
 * @param ownIndex whether the paper has a llms.txt of its own
 */
export function writeMarkdown(
  stories: Story[],
  edition: Edition,
  site: Site,
  output: Pick<Output, "write" | "keep">,
  { memory, ownIndex, rest }: { memory?: PageMemory | undefined; ownIndex: boolean; rest: string | undefined },
): void {
  const prefix = site.prefix ?? "";
  for (const { article } of stories) {
    const file = decodeURIComponent(inSite(prefix, markdownPath(article.slug)).slice(1));
    if (!(memory?.isSame(`markdown ${file}`, digestOf(article) + rest) && output.keep(file)))
      output.write(file, storyMarkdown(article, site, rest));
  }
  if (!ownIndex) output.write(inSite(prefix, "/llms.txt").slice(1), llmsText(newest(stories, NAMED), edition, site));
}

function llmsText(stories: Story[], edition: Edition, site: Site): string {
  const link = (name: string, path: string): string => linkMarkdown(escapedMarkdown(name), absolutePage(site, path));
  const named = stories.map(({ article: { slug, headline, sponsor, members, standfirst } }) => {
    const words = [sponsor?.label, members?.label, standfirst]
      .filter(Boolean)
      .map((each) => escapedMarkdown(`${each}`))
      .join(" — ");
    return `- ${link(headline, markdownPath(slug))}${words === "" ? "" : `: ${words}`}`;
  });
  const lists = [...edition.sections.map(({ slug, name }) => link(name, listPath("section", slug))), link("Archive", archivePath)];
  return [
    `# ${escapedMarkdown(edition.name)}`,
    ...(edition.tagline === undefined ? [] : [`> ${escapedMarkdown(edition.tagline)}`]),
    `Each story is Markdown at its address with “.md”: ${absolutePage(site, articlePath("example"))}.md`,
    `## Newest stories\n\n${named.join("\n")}`,
    `## Lists\n\n${lists.map((each) => `- ${each}`).join("\n")}\n`,
  ].join("\n\n");
}
