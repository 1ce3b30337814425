import { type ReactNode, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { Article, LiveBlog } from "#content/article.ts";
import { newestPostFirst, olderPage, pinnedPost, type Post, postsOf, stampOf } from "#content/liveBlog.ts";
import { postPath, postsPath } from "#content/paths.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import { useAnnounce } from "../../../toasts/AnnounceContext.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { PageNav } from "../../../ui/PageNav.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { KeepScrollPosition } from "./KeepScrollPosition.tsx";
import { lastVisit, noteVisit, type Visit } from "../../../data/library/liveVisits.ts";
import { anchorOf, type BlocksComponent, LivePost } from "./LivePost.tsx";
import { useLiveWords } from "./liveWords.ts";
import type { Edit } from "./editedPosts.ts";
import { useNewPosts } from "./useNewPosts.ts";

const NO_BLOG: LiveBlog = { coverageStartTime: "", coverageEndTime: "", count: 0, keyEvents: [] };

/** A story that is a live blog, and the component that draws its blocks. */
export type LiveProps = { article: Article; Blocks: BlocksComponent };

/** The posts of a live blog, newest first unless the reader chooses otherwise, below a bar with its status and switches. */
export function LivePosts({ article, Blocks }: LiveProps) {
  const { slug, body, liveBlog = NO_BLOG } = article;
  const words = useLiveWords();
  const { newestOnTop, oldestOnTop } = useWords();
  const announce = useAnnounce();
  const [held, setHeld] = useState<Post[]>([]);
  const [isPaused, setPaused] = useState(false);
  const [isOldestFirst, setOldestFirst] = useState(false);
  const [isLoud, setLoud] = useState(false);
  const [hasEnded, setEnded] = useState(liveBlog.coverageEndTime !== undefined);
  const posts = useMemo(() => joined(postsOf(body), held), [body, held]);
  const { edited, gone, put } = useEdits(posts);
  const count = liveBlog.count + posts.length - postsOf(body).length - gone.length;
  const before = useVisit(slug, posts[0]?.id, count);
  const take = (taken: Post[]) => {
    const added = joined(posts, taken).filter(({ id }) => posts.every((post) => post.id !== id));
    showAndFocus(added.at(isOldestFirst ? -1 : 0), () => setHeld(joined(held, taken)));
    announce(words.added(added.length));
  };
  useNewPosts({
    slug,
    shown: posts.map((post) => edited.get(post.id) ?? post),
    gone,
    isOn: liveBlog.coverageEndTime === undefined && !isPaused,
    take,
    onNew: () => isLoud && chime(),
    onEdits: put,
    onEnd: () => setEnded(true),
  });
  const older = olderPage(liveBlog.count);
  const pinned = pinnedPost(posts);
  const others = posts.filter((post) => post !== pinned);
  const draw = (post: Post) => (
    <LivePost
      key={post.id}
      post={edited.get(post.id) ?? post}
      story={slug}
      Blocks={Blocks}
      isLast={before?.id === post.id && before.count < count}
      isPinned={post === pinned}
      state={gone.includes(post.id) ? "withdrawn" : edited.has(post.id) ? "edited" : undefined}
    />
  );
  return (
    <KeepScrollPosition>
      <Bar slug={slug} keyEvents={liveBlog.keyEvents} hasEnded={hasEnded} count={count} posts={posts} before={before}>
        {!hasEnded && (
          <>
            <Switch isOn={isPaused} set={setPaused} name={isPaused ? words.resume : words.pause} />
            <Switch isOn={isLoud} set={setLoud} name={words.sound} pressed />
          </>
        )}
        <Switch isOn={isOldestFirst} set={setOldestFirst} name={isOldestFirst ? newestOnTop : oldestOnTop} />
      </Bar>
      {pinned && draw(pinned)}
      {(isOldestFirst ? others.toReversed() : others).map(draw)}
      {older > 0 && <Older to={postsPath(slug, older)} />}
    </KeepScrollPosition>
  );
}

/**
 * Shows new posts, and moves the focus from the toast, which is gone, to the first of them. Only a reader who uses keys
 * is taken there: for others the text being read stays in place.
 */
function showAndFocus(first: Post | undefined, show: () => void): void {
  const byKeys = document.activeElement?.matches(":focus-visible") ?? false;
  flushSync(show);
  const post = first && document.getElementById(anchorOf(first.id));
  post?.querySelector<HTMLElement>(".post-head a")?.focus({ preventScroll: !byKeys });
}

/** A short, soft tone that needs no audio file. It plays only if the reader has switched it on. */
function chime(): void {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 880 });
  const volume = new GainNode(context, { gain: 0.08 });
  volume.gain.setTargetAtTime(0, context.currentTime + 0.08, 0.06);
  tone.connect(volume).connect(context.destination);
  tone.addEventListener("ended", () => void context.close());
  tone.start();
  tone.stop(context.currentTime + 0.5);
}

/** Merges two lists of posts, newest first. Of two with the same id it keeps that of the first list. */
function joined(some: Post[], others: Post[]): Post[] {
  const all = new Map([...others, ...some].map((post) => [post.id, post]));
  return [...all.values()].toSorted(newestPostFirst);
}

/**
 * Changes to posts while the page is open: the edited posts by id, and the ids of those withdrawn. Order and pinning stay
 * as they were, or the text being read would move.
 * @param posts as loaded with the page or added since
 */
function useEdits(posts: Post[]): { edited: Map<string, Post>; gone: string[]; put: (edits: Edit[]) => void } {
  const [all, setAll] = useState<(Edit & { of: string })[]>([]);
  // An edit no longer applies once the page has brought another version of its post.
  const known = useMemo(() => {
    const stamps = new Map(all.length > 0 ? posts.map((post) => [post.id, stampOf(post)]) : []);
    return all.filter(({ id, of }) => stamps.get(id) === of);
  }, [all, posts]);
  const put = (edits: Edit[]) => {
    const found = posts.flatMap((post) => {
      const edit = edits.find(({ id }) => id === post.id);
      return edit ? [{ ...edit, of: stampOf(post) }] : [];
    });
    const others = all.filter(({ id }) => found.every((edit) => edit.id !== id));
    setAll([...others, ...found.filter(({ post, of }) => !post || stampOf(post) !== of)]);
  };
  const edited = new Map(known.flatMap(({ id, post }) => (post ? [[id, post]] : [])));
  return { edited, gone: known.flatMap(({ id, post }) => (post ? [] : [id])), put };
}

/** The reader's last visit, known once the page is hydrated. */
function useVisit(slug: string, newest: string | undefined, count: number): Visit | undefined {
  const isHydrated = useHydrated();
  const before = useMemo(() => (isHydrated ? lastVisit(slug) : undefined), [isHydrated, slug]);
  useEffect(() => {
    if (isHydrated && newest !== undefined) noteVisit(slug, { id: newest, count });
  }, [isHydrated, slug, newest, count]);
  return before;
}

type BarProps = {
  slug: string;
  keyEvents: LiveBlog["keyEvents"];
  hasEnded: boolean;
  count: number;
  posts: Post[];
  before: Visit | undefined;
  children: ReactNode;
};

/** Whether coverage goes on, how many posts are new to the reader, the key events, and the switches. */
function Bar({ slug, keyEvents, hasEnded, count, posts, before, children }: BarProps) {
  const words = useLiveWords();
  const { ours } = useLanguages();
  const missed = before ? count - before.count : 0;
  const isHere = (id: string) => posts.some((post) => post.id === id);
  return (
    <section className="rare live-bar" data-visiting="" aria-label={words.live} {...ours}>
      <p className={hasEnded ? "live-state" : "live-state on"}>
        <b>{hasEnded ? words.ended : words.live}</b> {words.posts(count)}
        {before && missed > 0 && (
          <span>
            {isHere(before.id) ? (
              <a href={`#${anchorOf(before.id)}`}>{words.since(words.posts(missed))}</a>
            ) : (
              words.since(words.posts(missed))
            )}
          </span>
        )}
      </p>
      {keyEvents.length > 0 && (
        <nav aria-label={words.keyEvents}>
          <h2 className="label">{words.keyEvents}</h2>
          <ol role="list">
            {keyEvents.map(({ id, headline, date }) => (
              <li key={id}>
                <Timestamp date={date} style="time" />{" "}
                {isHere(id) ? <a href={`#${anchorOf(id)}`}>{headline}</a> : <PageLink to={postPath(slug, id)}>{headline}</PageLink>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="live-tools needs-script">{children}</div>
    </section>
  );
}

/** @param pressed whether its name stays the same, so that `aria-pressed` must tell its state */
function Switch({ isOn, set, name, pressed }: { isOn: boolean; set: (isOn: boolean) => void; name: string; pressed?: boolean }) {
  return (
    <button type="button" className="button quiet" aria-pressed={pressed ? isOn : undefined} onClick={() => set(!isOn)}>
      {name}
    </button>
  );
}

function Older({ to }: { to: string }) {
  const words = useLiveWords();
  const { ours } = useLanguages();
  return (
    <div data-visiting="" {...ours}>
      <PageNav stops={[]} next={{ to, name: words.older }} />
    </div>
  );
}
