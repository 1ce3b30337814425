import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { plainText } from "#content/blocks/plainText.ts";
import type { SearchDocument } from "#content/search.ts";
import { marks, passage } from "static-search/text/passage";
import { articleQuery, staticQuery } from "../../data/queries.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { foundState } from "../../navigation/foundState.ts";
import { IN_A_LIST, TeaserKicker } from "../../teasers/TeaserCard.tsx";
import { TeaserMeta } from "../../teasers/TeaserMeta.tsx";
import { languageOf } from "../../i18n/languageOf.ts";
import { Picture } from "../../ui/Picture.tsx";
import { TextLink } from "../../ui/TextLink.tsx";
import { Marked } from "./Marked.tsx";
import { hitFragment } from "./hitFragment.ts";
import { hitPlace } from "./hitPlace.ts";
import { useNearViewport } from "../../ui/useNearViewport.ts";
import "../../teasers/teaser.css";

type Props = {
  document: SearchDocument;
  /** The matching words, as in Results. */
  found: readonly string[];
  onOpen: () => void;
};

/** One hit, with the matching words marked. */
export function SearchHit({ document, found: foundWords, onOpen }: Props) {
  const words = useMemo(() => new Set(foundWords), [foundWords]);
  const card = useRef<HTMLElement>(null);
  const near = useNearViewport(card);
  const inStandfirst = document.standfirst === undefined ? [] : marks(document.standfirst, words);
  // The story itself is loaded, to find a passage, only if the standfirst does not show why it was found.
  const isAsked = near && words.size > 0 && inStandfirst.length === 0;
  const { language = "", editions } = useEdition() ?? {};
  const { url, path, isHere } = hitPlace(document, language, editions);
  const isStory = document.path === undefined;
  const story = useQuery({ ...articleQuery(document.slug), enabled: isAsked && isHere && isStory, retry: false });
  const page = useQuery({ ...staticQuery(path), enabled: isAsked && isHere && !isStory, retry: false });
  const body = story.data?.article.body ?? page.data?.body;
  const found = inStandfirst.length === 0 && body ? passage(plainText(body), words) : undefined;
  return (
    <article className="teaser brief" ref={card}>
      {document.image && <Picture picture={document.image} alt="" sizes={IN_A_LIST} />}
      <TeaserKicker teaser={document} />
      <h3 {...languageOf(document)}>
        <TextLink url={url + (found ? hitFragment(found, document.inLanguage) : "")} state={foundState(foundWords)} onClick={onOpen}>
          <Marked text={document.headline} marks={marks(document.headline, words)} />
        </TextLink>
      </h3>
      {found ? (
        <p className="standfirst" {...languageOf(document)}>
          {found.before && "… "}
          <Marked text={found.text} marks={found.marks} />
          {found.after && " …"}
        </p>
      ) : (
        document.standfirst && (
          <p className="standfirst" {...languageOf(document)}>
            <Marked text={document.standfirst} marks={inStandfirst} />
          </p>
        )
      )}
      {isStory && <TeaserMeta teaser={document} style="date" />}
    </article>
  );
}
