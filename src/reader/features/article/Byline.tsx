import type { AuthorRef } from "#content/article.ts";
import { subjectPath } from "#content/paths.ts";
import { useWords } from "../../i18n/words.ts";
import { Listed } from "../../i18n/Listed.tsx";
import { PageLink } from "../../ui/PageLink.tsx";
import { useLanguages } from "../../i18n/TextLanguage.ts";

/** "By the Science desk", "By A, B and C". Nothing where no author is named: no orphan "By". */
export function Byline({ authors }: { authors: AuthorRef[] }) {
  const words = useWords();
  const { ours } = useLanguages();
  const [first] = authors;
  if (first === undefined) return null;
  return (
    <p className="byline">
      <span {...ours}>
        {first.kind === "desk" ? words.byDesk : words.byPerson}{" "}
        <Listed of={authors} name={(author) => author.name} style="sentence">
          {(author) => (
            <PageLink to={subjectPath("author", author.slug)} rel="author" dir="auto">
              {author.name}
            </PageLink>
          )}
        </Listed>
      </span>
    </p>
  );
}
