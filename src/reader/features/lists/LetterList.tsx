import type { Letter } from "#content/pages/indexPage.ts";
import { letterPath, subjectPath } from "#content/paths.ts";
import { useWords } from "../../i18n/words.ts";
import { letterName } from "./Letters.tsx";
import "./letters.css";
import { PageLink } from "../../ui/PageLink.tsx";

/** The names under one letter, each with the number of its stories. */
export function LetterList({ kind, group }: { kind: "topic" | "place"; group: Letter }) {
  const words = useWords();
  const id = `letter-${group.slug}`;
  const letter = letterName(group.letter, words.otherLetters);
  return (
    <section className="day index" aria-labelledby={id}>
      <h2 id={id}>{letter}</h2>
      <ul role="list" className="names">
        {group.names.map(({ slug, name, count }) => (
          <li key={slug}>
            <PageLink to={subjectPath(kind, slug)} dir="auto">
              {name}
            </PageLink>{" "}
            <span>{words.number(count)}</span>
          </li>
        ))}
        {group.more > 0 && (
          <li>
            <PageLink className="more-link" to={letterPath(kind, group.slug)}>
              {words.moreUnder(group.more, letter)}
            </PageLink>
          </li>
        )}
      </ul>
    </section>
  );
}
