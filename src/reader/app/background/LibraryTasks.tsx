import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useEditionLanguage } from "../../edition/EditionContext.ts";
import { hydrateAll } from "#loading/hydration/hydrateInSight.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { teaserLibrary } from "../../teasers/teaserLibrary.ts";
import { useLibrarySettings } from "../../data/library/librarySettings.ts";
import { libraryWordsQuery } from "../../data/libraryWords.ts";
import { useContinueOffer } from "../../features/library/reading/useContinueOffer.ts";
import { useReadStory } from "../../features/library/reading/useReadStory.ts";
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
 * What the library does in the background of every page: it records what is read and
 * how far, marks teasers, and keeps saved stories. It must never break a page: if its
 * words do not load, pages do without it until the connection is back.
 */
export function LibraryTasks() {
  const language = useEditionLanguage();
  const { data: words } = useQuery({ ...libraryWordsQuery(language), refetchOnReconnect: true });
  return words && <Work />;
}

function Work() {
  const ready = useReady();
  const article = useOpenArticle();
  const library = useReadersLibrary();
  useEffect(() => {
    if (ready) teaserLibrary.set(library);
  }, [ready, library]);
  // The reader may jump to a part, and would see what they have muted until it is hydrated.
  const hasMuted = useLibrary("muted").size > 0;
  useEffect(() => {
    if (hasMuted) hydrateAll();
  }, [hasMuted]);
  useReadStory(article);
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

/** Keeps saved stories on the device, if that is switched on. Does nothing if the library is not readable: what is saved is unknown then. */
function useKeptSaved(ready: boolean): void {
  const saved = useLibrary("saved");
  const { offline } = useLibrarySettings();
  const trouble = useStorageError();
  useEffect(() => {
    if (ready && trouble === undefined) void keepSaved(offline ? saved : new Map());
  }, [ready, trouble, offline, saved]);
}

/** Offers to continue listening. The code is only loaded if a queue was left unfinished. */
function useListenOffer(ready: boolean): void {
  const kept = useLibrary("listening");
  const cache = useStoryCache();
  useEffect(() => {
    if (ready && kept.size > 0)
      void import("../../features/listen/offerQueue.ts").then(({ offerQueue }) => offerQueue(cache)).catch(() => {});
  }, [ready, kept, cache]);
}

/** Renews this device's push subscription. The code is only loaded if the device receives an account's alerts. */
function useRenewedPush(): void {
  useEffect(() => {
    if (storedItem("localStorage", `${cachePrefix(address().base)}push`) !== null)
      void import("../../features/account/alerts/renewPushDevice.ts").then(({ renewPushDevice }) => renewPushDevice()).catch(() => {});
  }, []);
}

/** The article of the open page, once the page has loaded it. */
function useOpenArticle(): Article | undefined {
  const slug = useMatch("/article/:slug")?.params.slug ?? "";
  return useQuery({ ...articleQuery(slug), enabled: false }).data?.article;
}
