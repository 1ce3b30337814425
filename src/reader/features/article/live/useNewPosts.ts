import { useEffect, useRef } from "react";
import { milliseconds } from "#content/instant.ts";
import { type LiveFile, LiveFileSchema, type Post } from "#content/liveBlog.ts";
import { parse } from "#content/parse.ts";
import { liveFile } from "#content/paths.ts";
import { makeOffer, withdrawOffer } from "../../../toasts/offers.ts";
import { type Asked, askServer, changesIn, type Edit, editsOf, jsonOf, postsOfPage } from "./editedPosts.ts";
import { useLiveWords } from "./liveWords.ts";

/** How often an open live blog asks, in milliseconds; after errors twice as long each time, up to ten minutes. */
const OFTEN = 30_000;
const SELDOM = 600_000;

/** How soon it asks when somebody looks at it again, or the connection is back. */
const SOON = 2000;

/**
 * `gone` are the ids of posts that are shown as withdrawn. `take` shows posts; `onNew` is told when there are more than
 * it was told of, `onEdits` what those shown are now that may have changed; `onEnd` that there will be no more.
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

/** Asks for posts that are not shown yet, while somebody can see the page, and offers them once. Nothing moves until the offer is taken; what was corrected is put right at once. */
export function useNewPosts({ slug, isOn, ...options }: Options): void {
  const words = useLiveWords();
  const known = useRef(options);
  useEffect(() => void (known.current = options));
  useEffect(() => {
    if (!isOn) return;
    const left = new AbortController();
    let offered: string | undefined;
    const asked: Asked = new Map();
    const offer = (file: LiveFile) => {
      const ids = newIds(file, known.current.shown);
      const [newest] = ids;
      if (newest === undefined || newest === offered) return;
      offered = newest;
      const posts = file.posts.slice(0, ids.length);
      const takeAll = async () => {
        const all = posts.length === ids.length ? posts : await postsOfPage(slug, left.signal);
        if (!left.signal.aborted) known.current.take(all);
      };
      const take = () =>
        void takeAll().catch(() => {
          if (!left.signal.aborted)
            makeOffer({ id: "posts", text: ({ partFailed }) => partFailed, label: ({ tryAgain }) => tryAgain, take });
        });
      makeOffer({ id: "posts", text: () => words.newPosts(ids.length), take });
      known.current.onNew();
    };
    const again = async () => {
      const file = await ask(slug, left.signal);
      if (left.signal.aborted) return false;
      offer(file);
      const { shown, gone } = known.current;
      const edits = await editsOf(changesIn(file, shown, gone), asked, slug, left.signal);
      if (left.signal.aborted) return false;
      if (edits.length > 0) known.current.onEdits(edits);
      if (file.ended) known.current.onEnd();
      return !file.ended;
    };
    const stop = poll(again);
    return () => {
      left.abort();
      stop();
      withdrawOffer("posts");
    };
  }, [words, slug, isOn]);
}

/** The ids of posts before the first that is shown. Where none is, the reader was away for longer, or the file is older than what is shown. */
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
 * @param again asks; resolves with whether there is anything to ask for any more
 * @returns how to stop
 */
function poll(again: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = OFTEN;
  let isOver = false;
  const askIn = (time: number) => {
    clearTimeout(timer);
    wait = time;
    if (!isOver && !document.hidden) timer = setTimeout(run, time);
  };
  const run = () =>
    void again().then(
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
