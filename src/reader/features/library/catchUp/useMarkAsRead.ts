import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { noteDone } from "./visits.ts";
import type { StoryGroup } from "./catchUpDigest.ts";

/** Characters read in a second, at 200 words a minute. */
const IN_A_SECOND = 17;

/** The share of an entry that must be in the window for it to be read. */
const ENOUGH = 0.8;

/**
 * Marks the entries of a list as read at the pace of reading: the first unread one
 * in the window, then the next. Nothing is marked in a hidden tab.
 * @returns a ref for the list, whose entries name their story in `data-slug`
 */
export function useMarkAsRead(groups: StoryGroup[], isDone: (slug: string) => boolean): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const [inWindow, setInWindow] = useState<ReadonlySet<string>>(new Set());
  const [isVisible, setIsVisible] = useState(() => !document.hidden);
  const slugs = groups.map(({ story }) => story.slug).join(" ");
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
    const update = () => setIsVisible(!document.hidden);
    document.addEventListener("visibilitychange", update);
    return () => document.removeEventListener("visibilitychange", update);
  }, []);
  const next = isVisible ? groups.find(({ story }) => inWindow.has(story.slug) && !isDone(story.slug)) : undefined;
  const finish = useEffectEvent(() => {
    if (next) noteDone([next.story, ...next.more].map(({ slug }) => slug));
  });
  const slug = next?.story.slug;
  useEffect(() => {
    if (slug === undefined) return;
    const entry = [...(list.current?.children ?? [])].find((child) => slugOf(child) === slug);
    const timer = setTimeout(finish, ((entry?.textContent.length ?? 0) / IN_A_SECOND) * 1000);
    return () => clearTimeout(timer);
  }, [slug]);
  return list;
}

const slugOf = (entry: Element): string => entry.getAttribute("data-slug") ?? "";
