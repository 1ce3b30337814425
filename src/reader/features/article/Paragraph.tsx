import type { ReactNode } from "react";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import "./paragraph.css";

/**
 * A paragraph of the body, with a link to itself. The sign is drawn by the style
 * sheet, so that it is no part of the text that is selected, searched or read aloud.
 * Tab passes it by, since a story has dozens: the keys that go from paragraph to
 * paragraph lead to it, see moveTeaser.ts.
 */
export function Paragraph({ number, children }: { number: number; children: ReactNode }) {
  const words = useWords();
  const { ours } = useLanguages();
  const id = `p-${number}`;
  return (
    <p id={id}>
      {children}
      <a className="pilcrow" tabIndex={-1} href={`#${id}`} lang={ours.lang} aria-label={words.linkToParagraph(number)} />
    </p>
  );
}
