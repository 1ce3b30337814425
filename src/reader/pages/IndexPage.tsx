import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { placesPath, topicsPath } from "#content/paths.ts";
import { indexQuery } from "../data/queries.ts";
import { LetterList } from "../features/lists/LetterList.tsx";
import { Letters } from "../features/lists/Letters.tsx";
import { NothingYet } from "../features/lists/NothingYet.tsx";
import { Breadcrumbs } from "../layout/Breadcrumbs.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Title } from "../navigation/Title.tsx";
import { useWords } from "../i18n/words.ts";
import "../teasers/list.css";

/** /topics, /places, and /topics/:letter, /places/:letter */
export function IndexPage({ kind }: { kind: "topic" | "place" }) {
  const words = useWords();
  const { letter } = useParams();
  const { data: index } = useSuspenseQuery(indexQuery(kind, letter));
  const overview = kind === "topic" ? words.topicsAToZ : words.placesAToZ;
  const title = index.letter === undefined ? overview : words.letter(overview, index.letter);
  return (
    <>
      <Title of={title} />
      <Masthead alternates={index.alternates} />
      <Breadcrumbs trail={index.letter === undefined ? [] : [{ name: overview, url: kind === "topic" ? topicsPath : placesPath }]} />
      <main id="main" className="page">
        <header className="list-head">
          <h1 tabIndex={-1}>{title}</h1>
          {index.letters.length > 1 && <Letters letters={index.letters} />}
          {index.letters.length === 0 && <NothingYet />}
        </header>
        {index.letters.map((group) => (
          <LetterList key={group.slug} kind={kind} group={group} />
        ))}
      </main>
    </>
  );
}
