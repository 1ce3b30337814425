import { Link } from "react-router";
import type { Ref } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import { useWords } from "../words/words.ts";

/** The sections in their order; the page's own is marked. */
export function SectionNav({ sections, current }: { sections: Ref[]; current: string | undefined }) {
  const words = useWords();
  if (sections.length === 0) return null;
  return (
    <nav className="sections" aria-label={words.sections}>
      <ul className="page">
        {sections.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={subjectPath("section", slug)} aria-current={slug === current ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
