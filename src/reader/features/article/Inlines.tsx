import { Fragment, type ReactElement } from "react";
import type { Inline } from "#content/inline.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { useIsFirst } from "./firstNoteRefs.ts";
import { TextLink } from "../../ui/TextLink.tsx";

/** A line of text. One exhaustive switch over the inlines of the contract. */
export function Inlines({ of }: { of: Inline[] }) {
  return of.map((inline, place) => <OneInline key={place} inline={inline} />);
}

const MARKS = { strong: "strong", emphasis: "em", sub: "sub", sup: "sup", mark: "mark" } as const;

function OneInline({ inline }: { inline: Inline }): ReactElement {
  switch (inline.type) {
    case "text":
      return <Fragment>{inline.text}</Fragment>;
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark": {
      const Mark = MARKS[inline.type];
      return (
        <Mark>
          <Inlines of={inline.children} />
        </Mark>
      );
    }
    case "code":
      return <code>{inline.text}</code>;
    case "link":
      return (
        <TextLink url={inline.url}>
          <Inlines of={inline.children} />
        </TextLink>
      );
    case "break":
      return <br />;
    case "noteRef":
      return <NoteRef inline={inline} />;
    case "lang":
      return (
        <span lang={inline.lang} dir={inline.dir}>
          <Inlines of={inline.children} />
        </span>
      );
  }
}

function NoteRef({ inline }: { inline: Extract<Inline, { type: "noteRef" }> }) {
  const { note } = inline;
  const words = useWords();
  const isFirst = useIsFirst(inline);
  const { ours } = useLanguages();
  return (
    <sup>
      <a
        className="noteref"
        href={`#note-${note}`}
        id={isFirst ? `noteref-${note}` : undefined}
        role="doc-noteref"
        lang={ours.lang}
        aria-label={words.note(note)}
      >
        {note}
      </a>
    </sup>
  );
}
