import { useSuspenseQuery } from "@tanstack/react-query";
import { highlightsPageWordsQuery } from "../data/partWords.ts";
import { HighlightList } from "../library/highlights/HighlightList.tsx";
import { Takeout } from "../library/takeout/Takeout.tsx";
import { useEdition } from "../shell/EditionContext.ts";
import { Masthead } from "../shell/Masthead.tsx";
import { Title } from "../shell/Title.tsx";
import { useAlive } from "../shell/useAlive.ts";
import markStyles from "../tools/highlights/marks.css?url";
import { useLateStyles } from "../ui/useLateStyles.ts";
import "../list/list.css";
import "../styles/forms.css";

/** /highlights: one file for everybody; what belongs to the reader is only known once the page is alive. */
export function HighlightsPage() {
  const { data: words } = useSuspenseQuery(highlightsPageWordsQuery(useEdition()?.language ?? "en"));
  const alive = useAlive();
  useLateStyles(markStyles);
  return (
    <>
      <Title of={words.highlights.highlights} />
      <Masthead />
      <main id="main" className="page">
        <header className="list-head">
          <h1 tabIndex={-1}>{words.highlights.highlights}</h1>
          <p>{words.highlights.highlightsIntro}</p>
        </header>
        {alive && <HighlightList words={words.highlights} />}
        {alive && <Takeout words={words.takeout} />}
      </main>
    </>
  );
}
