import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { noteDone } from "./visits.ts";
import type { Matter } from "./digest.ts";

/** Characters that are read in a second, at 200 words a minute. */
const IN_A_SECOND = 17;

/** How much of an entry must be in the window to be read. */
const ENOUGH = 0.8;

/**
 * Marks the entries of a list as read at the pace of reading: the first unread one
 * in the window, then the next. Nothing is read in a tab that nobody looks at.
 * @returns where the list goes, whose entries name their story in `data-slug`
 */
export function useReadAlong(matters: Matter[], isDone: (slug: string) => boolean): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const [inWindow, setInWindow] = useState<ReadonlySet<string>>(new Set());
  const [looked, setLooked] = useState(() => !document.hidden);
  const slugs = matters.map(({ story }) => story.slug).join(" ");
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) =>
        setInWindow((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) now[isIntersecting ? "add" : "delete"](slugOf(target));
          return now;
        }),
      { threshold: ENOUGH },
    );
    for (const entry of list.current?.children ?? []) watcher.observe(entry);
    return () => watcher.disconnect();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other entries are other elements
  }, [slugs]);
  useEffect(() => {
    const look = () => setLooked(!document.hidden);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const next = looked ? matters.find(({ story }) => inWindow.has(story.slug) && !isDone(story.slug)) : undefined;
  const finish = useEffectEvent(() => {
    if (next) noteDone([next.story, ...next.more].map(({ slug }) => slug));
  });
  const slug = next?.story.slug;
  useEffect(() => {
    if (slug === undefined) return;
    const entry = [...(list.current?.children ?? [])].find((each) => slugOf(each) === slug);
    const timer = setTimeout(finish, ((entry?.textContent.length ?? 0) / IN_A_SECOND) * 1000);
    return () => clearTimeout(timer);
  }, [slug]);
  return list;
}

const slugOf = (entry: Element): string => entry.getAttribute("data-slug") ?? "";
