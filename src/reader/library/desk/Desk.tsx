import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useEdition } from "../../shell/EditionContext.ts";
import { latePart } from "../../ui/latePart.tsx";
import { showGlance } from "../glance.ts";
import { noteRead } from "../history/noteRead.ts";
import { useLibrarySettings } from "../librarySettings.ts";
import { libraryWordsQuery } from "../libraryWords.ts";
import { useContinueOffer } from "../reading/useContinueOffer.ts";
import { useReadingPlace } from "../reading/useReadingPlace.ts";
import { keepSaved } from "../saved/keepSaved.ts";
import { useLibrary, useReady, useTrouble } from "../store/useLibrary.ts";
import { useSyncState } from "../sync/syncState.ts";
import { useGlanceOfLibrary } from "./useGlanceOfLibrary.tsx";
import { useOldSearches } from "./useOldSearches.ts";
import { useOpenArticle } from "./useOpenArticle.ts";
import { useSearchVisit } from "./useSearchVisit.ts";
import { useSubjectVisit } from "./useSubjectVisit.ts";

const Sync = latePart(() => import("../sync/Sync.tsx").then((module) => module.Sync));

/**
 * What the library does behind every page: it notes what is read and where, marks
 * teasers, and keeps saved stories. It may not take a page down with it: where its
 * words do not come, the pages go without it until the connection is back.
 */
export function Desk() {
  const language = useEdition()?.language ?? "en";
  const { data: words } = useQuery({ ...libraryWordsQuery(language), refetchOnReconnect: true });
  return words && <Work />;
}

function Work() {
  const ready = useReady();
  const article = useOpenArticle();
  const glance = useGlanceOfLibrary();
  useEffect(() => {
    if (ready) showGlance(glance);
  }, [ready, glance]);
  useEffect(() => {
    if (article) void noteRead(article);
  }, [article]);
  useReadingPlace(article);
  useContinueOffer(article);
  useSubjectVisit(ready);
  useSearchVisit(ready);
  useOldSearches(ready);
  useKeptSaved(ready);
  const sync = useSyncState();
  return sync && sync.trouble !== "signed-out" && <Sync />;
}

/** A library that does not know what was saved before keeps its hands off what is kept. */
function useKeptSaved(ready: boolean): void {
  const saved = useLibrary("saved");
  const { offline } = useLibrarySettings();
  const trouble = useTrouble();
  useEffect(() => {
    if (ready && trouble === undefined) void keepSaved(offline ? saved : new Map());
  }, [ready, trouble, offline, saved]);
}
