import { useEffect } from "react";
import type { Article } from "#content/article.ts";
import { entryKey, recall } from "../../../navigation/historyEntry.ts";
import { makeOffer, withdrawOffer } from "../../../toasts/offers.ts";
import { bringIntoView } from "../../../ui/bringIntoView.ts";
import { useLibraryWords } from "../../../data/libraryWords.ts";
import { library } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { rangeAt } from "./placeInText.ts";
import { progressOf } from "./progressOf.ts";

/** Whoever was hardly past the beginning finds it alone. */
const WORTH_IT = 3;

/** Offers to go on where a story was left. Not to someone who comes to a passage of it, or back to where they were. */
export function useContinueOffer(article: Article | undefined): void {
  const own = useLibraryWords();
  useEffect(() => {
    if (!article || location.hash !== "" || scrollY > innerHeight / 2 || recall(String(entryKey())).place) return;
    let left = false;
    void library().ready.then(() => {
      const place = libraryOf("position").get(article.slug);
      if (left || !place || place.paragraph < WORTH_IT) return;
      // Not whether the paragraph is drawn: a story that is opened by a link shows its head first.
      const { paragraph, count } = progressOf(article, place);
      if (paragraph > count) return;
      makeOffer({
        id: "continue",
        text: () => own.stoppedAt(paragraph, count),
        label: () => own.goOn,
        take: () => {
          const range = rangeAt(place);
          if (range) bringIntoView(range);
        },
      });
    });
    return () => {
      left = true;
      withdrawOffer("continue");
    };
  }, [article, own]);
}
