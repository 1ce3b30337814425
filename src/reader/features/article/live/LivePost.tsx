import { type ComponentType, useMemo } from "react";
import type { Block } from "#content/blocks/block.ts";
import type { Post } from "#content/liveBlog.ts";
import { postPath, subjectPath } from "#content/paths.ts";
import { Listed } from "../../../i18n/Listed.tsx";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { FirstUsesProvider, firstUses } from "../firstUses.ts";
import { Notes } from "../Notes.tsx";
import { useLiveWords } from "./liveWords.ts";

/** The component that draws blocks. */
export type BlocksComponent = ComponentType<{ of: Block[] }>;

/** The id of a post's element on its page. */
export const anchorOf = (id: string): string => `post-${id}`;

/**
 * @param isLast whether it was the newest post at the reader's last visit
 * @param isPinned whether it is shown above the others
 * @param state what has happened to it while the page was open
 */
type Props = {
  post: Post;
  story: string;
  Blocks: BlocksComponent;
  isLast?: boolean;
  isPinned?: boolean;
  state?: "edited" | "withdrawn" | undefined;
};

/** One post: time, authors and text. */
export function LivePost({ post: { id, date, headline, authors = [], key, children }, story, Blocks, isLast, isPinned, state }: Props) {
  const words = useLiveWords();
  const { ours } = useLanguages();
  const uses = useMemo(() => firstUses({ image: undefined, body: children, corrections: [] }), [children]);
  return (
    <section className={`rare post${key ? " key" : ""}${isPinned ? " pinned" : ""}`} id={anchorOf(id)}>
      {isLast && (
        <p className="stopped" data-visiting="" {...ours}>
          {words.stopped}
        </p>
      )}
      <p className="post-head" {...ours}>
        {isPinned && <b>{words.pinned}</b>}
        {state === "edited" && <b>{words.edited}</b>}
        <PageLink to={postPath(story, id)} title={words.linkTo}>
          <b>
            <Timestamp date={date} style="time" />
          </b>{" "}
          <Timestamp date={date} style="day" />
        </PageLink>
        {authors.length > 0 && (
          <span>
            <Listed of={authors} name={(author) => author.name} style="sentence">
              {({ name, slug }) =>
                slug === undefined ? (
                  <bdi>{name}</bdi>
                ) : (
                  <PageLink to={subjectPath("author", slug)} dir="auto">
                    {name}
                  </PageLink>
                )
              }
            </Listed>
          </span>
        )}
      </p>
      {state === "withdrawn" ? (
        <p className="withdrawn" {...ours}>
          {words.withdrawn}
        </p>
      ) : (
        <>
          {headline && <h2>{headline}</h2>}
          <FirstUsesProvider value={uses}>
            <Blocks of={children} />
            <Notes body={children} isOfPost />
          </FirstUsesProvider>
        </>
      )}
    </section>
  );
}
