import type { NamedLink } from "#content/menu.ts";
import { frontPath } from "#content/paths.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { useWords } from "../i18n/words.ts";
import { PageLink } from "../ui/PageLink.tsx";
import "./breadcrumbs.css";

/** The way to a page from the front page, where the paper wants it to be shown. @param trail the pages above it */
export function Breadcrumbs({ trail = [] }: { trail?: NamedLink[] | undefined }) {
  const words = useWords();
  if (!useEdition()?.breadcrumbs) return null;
  return (
    <nav className="breadcrumbs page" aria-label={words.breadcrumbs}>
      <ol role="list">
        {[{ name: words.frontPage, url: frontPath }, ...trail].map(({ name, url }) => (
          <li key={url}>
            <PageLink to={url} dir="auto">
              {name}
            </PageLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
