import { useEffect, useState } from "react";
import type { BlockOf, Colored } from "#content/blocks/block.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";

type Listing = BlockOf<"code">;

/** A listing in the colours that the compiler gave it, with a button that copies it as it was written. */
export function Code({ block }: { block: Listing }) {
  const { language, numbered } = block;
  const lines = linesOf(block);
  return (
    <div className="rare code">
      <pre tabIndex={0} className={numbered ? "numbered" : undefined}>
        <code className={language && `language-${language}`}>
          {numbered ? lines.map((line, at) => <Line key={at} of={line} isLast={at === lines.length - 1} />) : <Runs of={lines.flat()} />}
        </code>
      </pre>
      <CopyCode text={block.text} />
    </div>
  );
}

function Line({ of, isLast }: { of: Run[]; isLast: boolean }) {
  return (
    <span className="line">
      <Runs of={of} />
      {isLast ? "" : "\n"}
    </span>
  );
}

type Run = { text: string; color: Colored["color"] };

function Runs({ of }: { of: Run[] }) {
  return of.map(({ text, color }, at) =>
    color ? (
      <span key={at} className={color}>
        {text}
      </span>
    ) : (
      text
    ),
  );
}

/** What of a listing has which colour, line by line. */
function linesOf({ text, colors = [{ length: text.length }], numbered }: Listing): Run[][] {
  const lines: Run[][] = [[]];
  let from = 0;
  for (const { length, color } of colors) {
    const run = text.slice(from, (from += length));
    for (const [at, part] of (numbered ? run.split("\n") : [run]).entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, color });
    }
  }
  return lines;
}

const selectIn = (listing: Element | null | undefined): void => void (listing && getSelection()?.selectAllChildren(listing));

/** How long the button says that it has copied, in milliseconds. */
const SAYS_SO = 2000;

function CopyCode({ text }: { text: string }) {
  const words = useWords();
  const { ours } = useLanguages();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAYS_SO);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (button: HTMLButtonElement) =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      // Over plain HTTP there is no clipboard, and a browser may refuse it: what is selected can be copied by hand.
      () => selectIn(button.closest(".code")?.querySelector("pre")),
    );
  return (
    <div lang={ours.lang}>
      <button className="button quiet needs-script" type="button" onClick={({ currentTarget }) => void copy(currentTarget)}>
        {copied ? words.copied : words.copyCode}
      </button>
      <span role="status" className="unseen">
        {copied && words.copied}
      </span>
    </div>
  );
}
