import type { ReactNode } from "react";
import type { Mark } from "static-search/text/passage";

/** A text with the matching words marked. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }): ReactNode {
  const ends = [0, ...marks.map(({ end }) => end)];
  return [
    ...marks.map(({ start, end }, place) => (
      <span key={start}>
        {text.slice(ends[place], start)}
        <mark>{text.slice(start, end)}</mark>
      </span>
    )),
    text.slice(ends.at(-1)),
  ];
}
