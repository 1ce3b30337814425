import { type ReactNode, useState } from "react";
import type { Hit, Results } from "#content/search.ts";
import { useTeaserLibrary } from "../../teasers/teaserLibrary.ts";
import { useSearchWords } from "../../i18n/searchWords.ts";

/** The hits of an answer without those about muted subjects, and a line that counts the muted ones and can show them. */
export function useUnmuted({ hits, words: found }: Results): [Hit[], ReactNode] {
  const words = useSearchWords();
  const library = useTeaserLibrary();
  const query = found.join();
  const [all, showAll] = useState<string>();
  const unmuted = all === query ? hits : hits.filter(({ document }) => !library?.teaser(document).replacement);
  const count = hits.length - unmuted.length;
  const line = count > 0 && (
    <p className="said">
      {words.mutedHits(count)}{" "}
      <button className="plain more-link" type="button" onClick={() => showAll(query)}>
        {words.show}
      </button>
    </p>
  );
  return [unmuted, line];
}
