import type { NamedLink } from "#content/menu.ts";
import { frontPath } from "#content/paths.ts";
import { useEdition } from "../edition/EditionContext.ts";
import { useWords } from "../i18n/words.ts";
import { PageLink } from "../ui/PageLink.tsx";
import "./breadcrumbs.css";

/** The path from the front page to a page, if the paper wants it shown. @param trail the pages above this one */
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
