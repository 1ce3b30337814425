import type { Ref } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import { useWords } from "../i18n/words.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** The sections in their order; the page's own is marked. */
export function SectionNav({ sections, current }: { sections: Ref[]; current: string | undefined }) {
  const words = useWords();
  if (sections.length === 0) return null;
  return (
    <nav className="sections" aria-label={words.sections}>
      <ul className="page">
        {sections.map(({ slug, name }) => (
          <li key={slug}>
            <PageLink to={subjectPath("section", slug)} dir="auto" aria-current={slug === current ? "page" : undefined}>
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
