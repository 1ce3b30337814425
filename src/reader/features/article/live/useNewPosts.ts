import { useEffect, useRef } from "react";
import { ArticlePageSchema } from "#content/articlePage.ts";
import { type LiveFile, LiveFileSchema, type Post, postsOf } from "#content/liveBlog.ts";
import { parse } from "#content/parse.ts";
import { articlePath, dataFile, liveFile } from "#content/paths.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import { fetchJson } from "../../../data/fetchJson.ts";
import { address } from "../../../edition/address.ts";
import { makeOffer, withdrawOffer } from "../../../toasts/offers.ts";
import { editsIn, postsNow } from "./editedPosts.ts";
import { useLiveWords } from "./liveWords.ts";

/** How often an open live blog asks, in milliseconds; after errors twice as long each time, up to ten minutes. */
const OFTEN = 30_000;
const SELDOM = 600_000;

/** How soon it asks when somebody looks at it again, or the connection is back. */
const SOON = 2000;

/** How long the whole page may take, in milliseconds. */
const PATIENCE = 30_000;

/**
 * `take` shows posts; `onNew` is told when there are more than it was told of, `onEdits` which of those shown are
 * written otherwise by now, and which are gone; `onEnd` that there will be no more.
 */
type Options = {
  slug: string;
  shown: Post[];
  isOn: boolean;
  take: (posts: Post[]) => void;
  onNew: () => void;
  onEdits: (edited: Post[], gone: string[]) => void;
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
    const offer = (file: LiveFile) => {
      const ids = newIds(file, known.current.shown);
      const [newest] = ids;
      if (newest === undefined || newest === offered) return;
      offered = newest;
      const posts = file.posts.slice(0, ids.length);
      const takeAll = async () => {
        const all = posts.length === ids.length ? posts : await newestOf(slug, left.signal);
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
      const { edited, gone } = editsIn(file, known.current.shown);
      if (edited.length + gone.length > 0) {
        const posts = await postsNow(edited, file, slug, left.signal);
        if (left.signal.aborted) return false;
        known.current.onEdits(posts, gone);
      }
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

/** The ids of posts before the first that is shown. */
export function newIds({ newest }: Pick<LiveFile, "newest">, shown: Pick<Post, "id">[]): string[] {
  const ids = new Set(shown.map(({ id }) => id));
  const first = newest.findIndex((id) => ids.has(id));
  return first === -1 ? newest : newest.slice(0, first);
}

/** Who was away for long gets the posts of the page as it is now. */
async function newestOf(slug: string, signal: AbortSignal): Promise<Post[]> {
  const page = await fetchJson(dataFile(articlePath(slug)), AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]));
  return postsOf(parse(ArticlePageSchema, page, "article").article.body);
}

/** The browser sends the ETag that it has, so most answers are empty. */
async function ask(slug: string, signal: AbortSignal): Promise<LiveFile> {
  const response = await fetchInTime(address().data + liveFile(slug), { cache: "no-cache", signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return parse(LiveFileSchema, await response.json(), "file of a live blog");
}

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
