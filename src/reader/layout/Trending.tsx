import type { Ref } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import { useWords } from "../i18n/words.ts";
import { PageLink } from "../ui/PageLink.tsx";

/** A labelled line of the topics that many new stories are about. */
export function Trending({ topics }: { topics: Ref[] }) {
  const words = useWords();
  if (topics.length === 0) return null;
  return (
    <nav className="trending page" aria-labelledby="trending">
      <b id="trending">{words.trending}</b>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <PageLink to={subjectPath("topic", slug)} dir="auto">
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
