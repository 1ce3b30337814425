import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { decoded } from "#content/decoded.ts";
import { type DeviceAlerts, findFollowed, type FoundStory, withFound } from "#content/alerts/deviceAlerts.ts";
import { articlePath, dataFile, followingPath } from "#content/paths.ts";
import { HttpError } from "../../data/errors.ts";
import { fetchJson } from "../../data/fetchJson.ts";
import { library } from "../../data/library/library.ts";
import { libraryOf } from "../../data/library/useLibrary.ts";
import { loadPart } from "../../i18n/loadCatalogue.ts";
import type { AlertWords } from "../../i18n/wordTypes.ts";
import { makeOffer, withdrawOffer } from "../../toasts/offers.ts";
import { askNewest, changeAlerts, rememberedAlerts, showBadge } from "./rememberedAlerts.ts";

/** How often a hidden page asks, so that the badge is right, in milliseconds. */
const HIDDEN = 15 * 60_000;

/** How long a story's file may take to load, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Announces new stories of followed subjects, on the app's icon and in the page, until the reader has seen them.
 * @param newsAt when the app last learned that something is new
 */
export function FollowAlerts({ newsAt }: { newsAt: number }) {
  const { pathname } = useLocation();
  const [unseen, setUnseen] = useState<FoundStory[]>();
  const looked = useRef<Promise<void>>(undefined);
  const show = (alerts: DeviceAlerts | undefined) => setUnseen(alerts?.unseen ?? []);
  // What cannot be loaded now is looked for the next time.
  const lookNow = useEffectEvent((_newsAt?: number) => (looked.current = look().then(show, () => {})));
  useEffect(() => void lookNow(newsAt), [newsAt]);
  const see = useEffectEvent((path: string) => {
    const isSeen = seenOn(path);
    if (isSeen) void changeAlerts((before) => without(before, isSeen)).then(show);
  });
  useEffect(() => {
    // Wait for the latest look, so that what it finds for this page counts as seen.
    void looked.current?.then(() => see(pathname));
  }, [pathname]);
  const again = useEffectEvent(() => void rememberedAlerts().then(show));
  useEffect(() => {
    // The worker or another tab may have changed it.
    const onVisible = () => !document.hidden && again();
    const timer = setInterval(() => document.hidden && lookNow(), HIDDEN);
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, []);
  useNotice(unseen);
  return null;
}

/** Says how many stories are unseen, with a button that opens them. */
function useNotice(unseen: FoundStory[] | undefined): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const slugs = unseen?.map(({ slug }) => slug).join(" ");
  const offer = useEffectEvent((words: AlertWords) => {
    const [first, ...others] = unseen ?? [];
    if (!first) return;
    const isOne = others.length === 0;
    const text = isOne ? words.newStoryOf(first.name, first.headline) : words.newFollowed(others.length + 1);
    const take = () => {
      for (const id of new Set([first, ...others].flatMap(({ subjects }) => subjects))) refresh(id, client);
      void navigate(isOne ? articlePath(first.slug) : followingPath);
    };
    makeOffer({ id: "followed", text: () => text, take });
  });
  useEffect(() => {
    if (slugs === undefined) return;
    void showBadge(slugs === "" ? 0 : slugs.split(" ").length);
    if (slugs === "") return;
    let isOver = false;
    void loadPart(document.documentElement.lang, "alerts").then(
      (words) => isOver || offer(words),
      () => {},
    );
    return () => {
      isOver = true;
      withdrawOffer("followed");
    };
  }, [slugs]);
}

/** Looks for new stories, and notes what was found. */
async function look(): Promise<DeviceAlerts | undefined> {
  await library().ready;
  const before = await rememberedAlerts();
  if (!before) return undefined;
  const newest = await askNewest();
  const followed = new Map([...libraryOf("followed")].map(([id, { name }]) => [id, name]));
  const found = await findFollowed(before.known, newest, { followed, muted: new Set(libraryOf("muted").keys()) }, readStory);
  const read = libraryOf("read");
  return changeAlerts((now) => without(withFound(now, newest, found), ({ slug }) => read.has(slug)));
}

async function readStory(slug: string): Promise<unknown> {
  try {
    return await fetchJson(dataFile(articlePath(slug)), AbortSignal.timeout(PATIENCE));
  } catch (error) {
    if (error instanceof HttpError && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
}

function without(alerts: DeviceAlerts, isSeen: (story: FoundStory) => boolean): DeviceAlerts {
  const unseen = alerts.unseen.filter((story) => !isSeen(story));
  return unseen.length === alerts.unseen.length ? alerts : { ...alerts, unseen };
}

/** Which stories count as seen when a page is opened: all on the following page, those of a subject on its page, a story on its own. */
function seenOn(path: string): ((story: FoundStory) => boolean) | undefined {
  if (path === followingPath) return () => true;
  const [, kind = "", part = ""] = /^\/([a-z]+)\/([^/]+)$/u.exec(path) ?? [];
  const slug = decoded(part);
  if (kind === "article") return (story) => story.slug === slug;
  return kind === "" ? undefined : ({ subjects }) => subjects.includes(`${kind}:${slug}`);
}

/** Discards the cached list of a subject, which is older than its new story. @param id such as "topic:nasa" */
function refresh(id: string, client: QueryClient): void {
  const [kind = "", ...slug] = id.split(":");
  const queryKey = ["data", dataFile(`/${kind}/${encodeURIComponent(slug.join(":"))}`)];
  client.removeQueries({ queryKey, exact: true, type: "inactive" });
  void client.refetchQueries({ queryKey, exact: true });
}
