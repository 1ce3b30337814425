import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { indexQuery } from "../data/queries.ts";
import { LetterList } from "../list/LetterList.tsx";
import { Letters } from "../list/Letters.tsx";
import { NothingYet } from "../list/NothingYet.tsx";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { useWords } from "../words/words.ts";
import "../list/list.css";

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
      <Masthead />
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
