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

/** The first paragraph worth an offer: readers hardly past the beginning find it themselves. */
const WORTH_IT = 3;

/** Offers to continue a story where it was left, unless the reader comes to a passage of it, or back to where they were. */
export function useContinueOffer(article: Article | undefined): void {
  const libraryWords = useLibraryWords();
  useEffect(() => {
    if (!article || location.hash !== "" || scrollY > innerHeight / 2 || recall(String(entryKey())).place) return;
    let isLeft = false;
    void library().ready.then(() => {
      const place = libraryOf("position").get(article.slug);
      if (isLeft || !place || place.paragraph < WORTH_IT) return;
      // Do not ask whether the paragraph is rendered: a story that is opened by a link shows its head first.
      const { paragraph, count } = progressOf(article, place);
      if (paragraph > count) return;
      makeOffer({
        id: "continue",
        text: () => libraryWords.stoppedAt(paragraph, count),
        label: () => libraryWords.goOn,
        take: () => {
          const range = rangeAt(place);
          if (range) bringIntoView(range);
        },
      });
    });
    return () => {
      isLeft = true;
      withdrawOffer("continue");
    };
  }, [article, libraryWords]);
}
