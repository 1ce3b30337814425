import { Fragment, type ReactElement } from "react";
import { type Inline, noteLabel } from "#content/blocks/inline.ts";
import { checkboxCharacter } from "#content/blocks/plainText.ts";
import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { useIsFirst } from "./firstUses.ts";
import { TextLink } from "../../ui/TextLink.tsx";

/** Draws inline content, with one exhaustive switch over the inline types of the contract. */
export function Inlines({ of }: { of: Inline[] }) {
  return of.map((inline, place) => <OneInline key={place} inline={inline} />);
}

/** Shows the formula's plain text until its code has loaded. */
const Formula = rarePart(
  () => import("./rare/Formula.tsx").then((module) => module.Formula),
  ({ of }) => <>{of.text}</>,
);

const MARKS = { strong: "strong", emphasis: "em", sub: "sub", sup: "sup", mark: "mark", del: "del", ins: "ins" } as const;

function OneInline({ inline }: { inline: Inline }): ReactElement {
  switch (inline.type) {
    case "text":
      return <Fragment>{inline.text}</Fragment>;
    case "strong":
    case "emphasis":
    case "sub":
    case "sup":
    case "mark":
    case "del":
    case "ins": {
      const Mark = MARKS[inline.type];
      return (
        <Mark>
          <Inlines of={inline.children} />
        </Mark>
      );
    }
    case "abbr":
      return <Abbreviation inline={inline} />;
    case "checkbox":
      return <Checkbox inline={inline} />;
    case "code":
      return <code>{inline.text}</code>;
    case "link":
      return (
        <TextLink url={inline.url} className={inline.card ? "name" : undefined}>
          <Inlines of={inline.children} />
        </TextLink>
      );
    case "math":
      return <Formula of={inline} />;
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

/** Touch and keyboard show no tooltip, so focus adds the expansion after the abbreviation (prose.css): a tap on any, Tab on the first. */
function Abbreviation({ inline }: { inline: Extract<Inline, { type: "abbr" }> }) {
  return (
    <abbr title={inline.title} tabIndex={useIsFirst(inline) ? 0 : -1}>
      <Inlines of={inline.children} />
    </abbr>
  );
}

/** A character, so that it is copied and searched with the text. It cannot be ticked. */
function Checkbox({ inline }: { inline: Extract<Inline, { type: "checkbox" }> }) {
  const words = useWords();
  const { ours } = useLanguages();
  return (
    <span className="box" role="img" aria-label={inline.checked ? words.done : words.toDo} lang={ours.lang}>
      {checkboxCharacter(inline)}
    </span>
  );
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
        aria-label={words.note(noteLabel(note))}
      >
        {noteLabel(note)}
      </a>
    </sup>
  );
}
