import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useEdition } from "../../edition/EditionContext.ts";
import { lazyPart } from "../../hydration/lazyPart.tsx";
import { shownLibrary } from "../../teasers/shownLibrary.ts";
import { noteRead } from "../../data/library/noteRead.ts";
import { useLibrarySettings } from "../../data/library/librarySettings.ts";
import { libraryWordsQuery } from "../../data/libraryWords.ts";
import { useContinueOffer } from "../../features/library/reading/useContinueOffer.ts";
import { useReadingPlace } from "../../features/library/reading/useReadingPlace.ts";
import { keepSaved } from "../../features/offline/kept/keepSaved.ts";
import { useAlertsOn } from "../../features/alerts/alertsOn.ts";
import { useNews } from "../../features/updates/news.ts";
import { useLibrary, useReady, useStorageError } from "../../data/library/useLibrary.ts";
import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { storedItem } from "../../store/storage.ts";
import { useSyncState } from "../../features/account/sync/syncState.ts";
import { useReadersLibrary } from "../../features/library/useReadersLibrary.tsx";
import { useOldSearches, useSearchVisit } from "../../features/search/saved/useSearchVisit.ts";
import { useSubjectVisit } from "../../features/library/following/useSubjectVisit.ts";
import { useMatch } from "react-router";
import type { Article } from "#content/article.ts";
import { useStoryCache } from "../../data/storyCache.ts";
import { articleQuery } from "../../data/queries.ts";

const Sync = lazyPart(() => import("../../features/account/sync/Sync.tsx").then((module) => module.Sync));

const FollowAlerts = lazyPart(() => import("../../features/alerts/FollowAlerts.tsx").then((module) => module.FollowAlerts));

/**
 * What the library does behind every page: it notes what is read and where, marks
 * teasers, and keeps saved stories. It may not take a page down with it: where its
 * words do not come, the pages go without it until the connection is back.
 */
export function LibraryTasks() {
  const language = useEdition()?.language ?? "en";
  const { data: words } = useQuery({ ...libraryWordsQuery(language), refetchOnReconnect: true });
  return words && <Work />;
}

function Work() {
  const ready = useReady();
  const article = useOpenArticle();
  const library = useReadersLibrary();
  useEffect(() => {
    if (ready) shownLibrary.set(library);
  }, [ready, library]);
  useEffect(() => {
    if (article) void noteRead(article);
  }, [article]);
  useReadingPlace(article);
  useContinueOffer(article);
  useSubjectVisit(ready);
  useSearchVisit(ready);
  useOldSearches(ready);
  useKeptSaved(ready);
  useListenOffer(ready);
  useRenewedPush();
  const sync = useSyncState();
  const newsAt = useNews().at;
  return (
    <>
      {sync && sync.trouble !== "signed-out" && <Sync />}
      {useAlertsOn() && <FollowAlerts newsAt={newsAt} />}
    </>
  );
}

/** A library that does not know what was saved before keeps its hands off what is kept. */
function useKeptSaved(ready: boolean): void {
  const saved = useLibrary("saved");
  const { offline } = useLibrarySettings();
  const trouble = useStorageError();
  useEffect(() => {
    if (ready && trouble === undefined) void keepSaved(offline ? saved : new Map());
  }, [ready, trouble, offline, saved]);
}

/** Where nothing was left, nothing of it is loaded. */
function useListenOffer(ready: boolean): void {
  const kept = useLibrary("listening");
  const cache = useStoryCache();
  useEffect(() => {
    if (ready && kept.size > 0)
      void import("../../features/listen/offerQueue.ts").then(({ offerQueue }) => offerQueue(cache)).catch(() => {});
  }, [ready, kept, cache]);
}

/** Where this device receives no alerts of an account, nothing of it is loaded. */
function useRenewedPush(): void {
  useEffect(() => {
    if (storedItem("localStorage", `${cachePrefix(address().base)}push`) !== null)
      void import("../../features/account/alerts/renewPushDevice.ts").then(({ renewPushDevice }) => renewPushDevice()).catch(() => {});
  }, []);
}

/** The story that is open, when its page has it. */
function useOpenArticle(): Article | undefined {
  const slug = useMatch("/article/:slug")?.params.slug ?? "";
  return useQuery({ ...articleQuery(slug), enabled: false }).data?.article;
}
