import { useEffect, useRef } from "react";
import { milliseconds } from "#content/instant.ts";
import { type LiveFile, LiveFileSchema, type Post } from "#content/liveBlog.ts";
import { parse } from "#content/parse.ts";
import { liveFile } from "#content/paths.ts";
import { makeOffer, withdrawOffer } from "../../../toasts/offers.ts";
import { type Asked, askServer, changesIn, type Edit, editsOf, jsonOf, postsOfPage } from "./editedPosts.ts";
import { useLiveWords } from "./liveWords.ts";

/** How often an open live blog polls, in milliseconds; each error doubles the wait, up to ten minutes. */
const OFTEN = 30_000;
const SELDOM = 600_000;

/** How soon it polls when the page is visible again or the connection is back. */
const SOON = 2000;

/**
 * `gone` are the ids of posts shown as withdrawn. `take` shows posts. `onNew` is called when further posts are there,
 * `onEdits` with the current versions of posts that may have changed, `onEnd` when coverage has ended.
 */
type Options = {
  slug: string;
  shown: Post[];
  gone: string[];
  isOn: boolean;
  take: (posts: Post[]) => void;
  onNew: () => void;
  onEdits: (edits: Edit[]) => void;
  onEnd: () => void;
};

/**
 * Polls for new posts while the page is visible, and offers them once. They are shown when the reader takes the offer,
 * so that nothing moves before; edits to the posts shown are applied at once.
 */
export function useNewPosts({ slug, isOn, ...options }: Options): void {
  const words = useLiveWords();
  const known = useRef(options);
  useEffect(() => void (known.current = options));
  useEffect(() => {
    if (!isOn) return;
    const ending = new AbortController();
    let offered: string | undefined;
    const asked: Asked = new Map();
    const offer = (file: LiveFile) => {
      const ids = newIds(file, known.current.shown);
      const [newest] = ids;
      if (newest === undefined || newest === offered) return;
      offered = newest;
      const posts = file.posts.slice(0, ids.length);
      const takeAll = async () => {
        const all = posts.length === ids.length ? posts : await postsOfPage(slug, ending.signal);
        if (!ending.signal.aborted) known.current.take(all);
      };
      const take = () =>
        void takeAll().catch(() => {
          if (!ending.signal.aborted)
            makeOffer({ id: "posts", text: ({ partFailed }) => partFailed, label: ({ tryAgain }) => tryAgain, take });
        });
      makeOffer({ id: "posts", text: () => words.newPosts(ids.length), take });
      known.current.onNew();
    };
    const check = async () => {
      const file = await ask(slug, ending.signal);
      if (ending.signal.aborted) return false;
      offer(file);
      const { shown, gone } = known.current;
      const edits = await editsOf(changesIn(file, shown, gone), asked, slug, ending.signal);
      if (ending.signal.aborted) return false;
      if (edits.length > 0) known.current.onEdits(edits);
      if (file.ended) known.current.onEnd();
      return !file.ended;
    };
    const stop = poll(check);
    return () => {
      ending.abort();
      stop();
      withdrawOffer("posts");
    };
  }, [words, slug, isOn]);
}

/** The ids of posts newer than the first one shown. If the file names none of those shown, the reader was away for long, or the file is older. */
export function newIds({ newest, date }: Pick<LiveFile, "newest" | "date">, shown: Pick<Post, "id" | "date">[]): string[] {
  const ids = new Set(shown.map(({ id }) => id));
  const first = newest.findIndex((id) => ids.has(id));
  if (first !== -1) return newest.slice(0, first);
  const [top] = shown;
  return top && date !== undefined && milliseconds(date) < milliseconds(top.date) ? [] : newest;
}

const ask = async (slug: string, signal: AbortSignal): Promise<LiveFile> =>
  parse(LiveFileSchema, await jsonOf(await askServer(liveFile(slug), signal)), "file of a live blog");

/**
 * @param check makes one request, and resolves with whether coverage goes on
 * @returns a function that stops polling
 */
function poll(check: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = OFTEN;
  let isOver = false;
  const askIn = (time: number) => {
    clearTimeout(timer);
    wait = time;
    if (!isOver && !document.hidden) timer = setTimeout(run, time);
  };
  const run = () =>
    void check().then(
      (isLive) => {
        isOver ||= !isLive;
        askIn(OFTEN);
      },
      () => askIn(Math.min(SELDOM, wait * 2)),
    );
  const soon = () => askIn(SOON);
  document.addEventListener("visibilitychange", soon);
  addEventListener("online", soon);
  askIn(OFTEN);
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", soon);
    removeEventListener("online", soon);
  };
}
