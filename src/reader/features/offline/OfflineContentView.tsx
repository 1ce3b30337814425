import { frontPath } from "#content/paths.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { TeaserCard } from "../../teasers/TeaserCard.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { useWords } from "../../i18n/words.ts";
import type { OfflineContent } from "../../device/offlineContent.ts";
import { articleTeaser } from "../../device/articleTeaser.ts";
import "../../teasers/deskHead.css";
import "../../teasers/list.css";
import "./offlineContent.css";

/** The content on the device: stories that were opened, kept or prefetched, and the pages that lead to them. */
export function OfflineContentView({ content }: { content: OfflineContent }) {
  const words = useWords();
  const edition = useEdition();
  const pages = [...(content.front ? [{ name: words.frontPage, path: frontPath }] : []), ...content.lists];
  return (
    <>
      {content.stories.length > 0 && (
        <section aria-labelledby="stories-here">
          <header className="desk-head">
            <h2 id="stories-here">{words.storiesOnDevice}</h2>
          </header>
          <ul role="list" className="items">
            {content.stories.map((article) => (
              <li key={article.slug}>
                <TeaserCard teaser={articleTeaser(article, edition)} shape="brief" />
              </li>
            ))}
          </ul>
        </section>
      )}
      {pages.length > 0 && (
        <section aria-labelledby="pages-here">
          <header className="desk-head">
            <h2 id="pages-here">{words.listsOnDevice}</h2>
          </header>
          <ul role="list" className="chips">
            {pages.map(({ name, path }) => (
              <li key={path}>
                <PageLink className="chip" to={path} dir="auto">
                  {name}
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
