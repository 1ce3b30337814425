import type { ReactNode } from "react";
import type { Teaser } from "#content/teaser.ts";
import { Timestamp } from "../ui/Timestamp.tsx";
import { ReadMark } from "./ReadMark.tsx";
import { useWords } from "../i18n/words.ts";

/**
 * What the last line of a teaser shows: its day with or without the year, its author and day, or, if the day is beside the list,
 * its place or its author.
 */
export type TeaserMetaStyle = "date" | "shortDate" | "byline" | "place" | "author";

type Props = {
  teaser: Teaser;
  style: TeaserMetaStyle;
  /** Whether the reader has opened the story. */
  seen?: boolean | undefined;
  /** The actions for the story, at the end of the line. */
  children?: ReactNode;
};

export function TeaserMeta({ teaser, style, seen = false, children }: Props) {
  const words = useWords();
  const who = style === "place" ? (teaser.dateline ?? teaser.byline) : style === "byline" || style === "author" ? teaser.byline : undefined;
  return (
    <p className="meta">
      {who && <bdi lang={who === teaser.dateline ? teaser.inLanguage : undefined}>{who}</bdi>}
      {style !== "place" && style !== "author" && <Timestamp date={teaser.datePublished} style={style === "date" ? "day" : "shortDay"} />}
      {words.minutes(teaser.readingMinutes)}
      {seen && <ReadMark />}
      {children}
    </p>
  );
}
