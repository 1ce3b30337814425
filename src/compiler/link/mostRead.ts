import type { Edition } from "#content/edition/edition.ts";
import type { FrontPage } from "#content/pages/frontPage.ts";
import { articlePath, inSite } from "#content/paths.ts";
import type { MostRead } from "../settings/mostReadFile.ts";
import { storyLink } from "./makeTeaser.ts";
import { isEditorial, type Story } from "./story.ts";

/** How many stories the front page names. */
const MOST = 10;

/**
 * The stories of an edition that were read most, most first. What is not among its published stories is left out, and so are
 * advertisements.
 * @param prefix the path of the edition in the site
 */
export function mostReadOf(
  { from, to, stories: counted }: MostRead,
  stories: Story[],
  edition: Edition,
  prefix = "",
): Pick<FrontPage, "mostRead"> {
  const wanted = new Set(counted.map(({ path }) => path));
  const pathOf = ({ article: { slug } }: Story): string => inSite(prefix, articlePath(slug));
  const published = new Map(
    stories.filter((story) => isEditorial(story) && wanted.has(pathOf(story))).map((story) => [pathOf(story), story]),
  );
  const shown = [...wanted].flatMap((path) => published.get(path) ?? []).slice(0, MOST);
  return shown.length === 0 ? {} : { mostRead: { from, to, stories: shown.map(({ article }) => storyLink(article, edition)) } };
}
