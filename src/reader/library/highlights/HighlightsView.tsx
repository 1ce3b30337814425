import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Article } from "#content/article.ts";
import type { LibraryValue } from "#content/library/record.ts";
import { articlePath } from "#content/paths.ts";
import { inlineText, plainText } from "#content/plainText.ts";
import { articleQuery } from "../../data/queries.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { findPassage } from "../anchoring/findPassage.ts";
import { useLibraryWords } from "../libraryWords.ts";
import { useLibrary } from "../store/useLibrary.ts";

type Mark = LibraryValue<"highlight">;
type Group = { slug: string; headline: string; marks: [string, Mark][] };

/** Stories that are shown at once. */
const PAGE = 20;

/** /highlights: all of them by their stories, the story that was marked last first. Each leads to its place in the story. */
export function HighlightsView() {
  const own = useLibraryWords();
  const groups = byStory([...useLibrary("highlight")]);
  const [shown, setShown] = useState(PAGE);
  if (groups.length === 0) return <p className="standfirst">{own.nothingHighlighted}</p>;
  return (
    <>
      {groups.slice(0, shown).map(({ slug, headline, marks }) => (
        <KeptStory key={slug} slug={slug} headline={headline} marks={marks} />
      ))}
      {shown < groups.length && (
        <button className="button quiet" type="button" onClick={() => setShown(shown + PAGE)}>
          {own.showMore}
        </button>
      )}
    </>
  );
}

/** The highlights of a story, as they stand in it. Where the story cannot be had, nothing is known of what has moved. */
function KeptStory({ slug, headline, marks }: Group) {
  const own = useLibraryWords();
  const { data } = useQuery({ ...articleQuery(slug), retry: false });
  const text = useMemo(() => data && storyText(data.article), [data]);
  const moved = useMemo(() => marks.filter(([, { passage }]) => text !== undefined && !findPassage(text, passage)), [marks, text]);
  return (
    <section className="kept-story">
      <h2 dir="auto">
        <PageLink to={articlePath(slug)}>{headline}</PageLink>
      </h2>
      <ul className="kept-marks">
        {marks.map((mark) => {
          const [id, { colour, passage, note }] = mark;
          return (
            <li key={id} data-colour={colour}>
              <blockquote dir="auto">
                <PageLink className="plain" to={`${articlePath(slug)}#highlight-${id}`}>
                  {passage.exact}
                </PageLink>
              </blockquote>
              {note !== undefined && <p dir="auto">{note}</p>}
              {moved.includes(mark) && <p className="hint">{own.passageMoved}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What of a story can be highlighted, without drawing it. */
function storyText({ dateline, body, corrections }: Article): string {
  return [dateline ?? "", plainText(body), ...corrections.map(({ children }) => inlineText(children))].filter(Boolean).join("\n");
}

function byStory(all: [string, Mark][]): Group[] {
  const groups = new Map<string, Group>();
  for (const [id, mark] of all.toSorted(([, a], [, b]) => b.madeAt - a.madeAt)) {
    const group = groups.get(mark.slug) ?? { slug: mark.slug, headline: mark.headline, marks: [] };
    group.marks.push([id, mark]);
    groups.set(mark.slug, group);
  }
  // Within a story they stand as they do in it.
  for (const { marks } of groups.values()) marks.sort(([, a], [, b]) => a.passage.start - b.passage.start);
  return [...groups.values()];
}
