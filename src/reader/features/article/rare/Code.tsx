import type { BlockOf, Colored } from "#content/blocks/block.ts";
import { useWords } from "../../../i18n/words.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import { copyText } from "../../../ui/copyText.ts";
import { useCopied } from "../../../ui/useCopied.ts";

type Listing = BlockOf<"code">;

/** A listing with the syntax colours that the compiler gave it, and a button that copies the source. */
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

/** A listing as runs of one colour: line by line if its lines are numbered, otherwise all in one list. */
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

function CopyCode({ text }: { text: string }) {
  const words = useWords();
  const { ours } = useLanguages();
  const [copied, setCopied] = useCopied();
  const copy = async (button: HTMLButtonElement) => {
    if (await copyText(text)) setCopied({ button: "code" });
    // The selection can be copied by hand.
    else selectIn(button.closest(".code")?.querySelector("pre"));
  };
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
