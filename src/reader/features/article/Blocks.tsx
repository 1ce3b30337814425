import type { ReactElement } from "react";
import type { Block, BlockOf, BlockType } from "#content/blocks/block.ts";
import { plainText } from "#content/blocks/plainText.ts";
import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { CustomBlock } from "./custom/CustomBlock.tsx";
import { CorrectionNote } from "./CorrectionNote.tsx";
import { Embed } from "./Embed.tsx";
import { Figure } from "./Figure.tsx";
import { Inlines } from "./Inlines.tsx";
import { RecordingFigure } from "./rare/recordingPart.ts";
import { Table } from "./Table.tsx";

/** Shows the block's plain text until its code has loaded. */
const RareBlock = rarePart(
  () => import("./rare/RareBlock.tsx").then(({ withSheet }) => withSheet()),
  ({ block }) => <p className="unknown">{plainText([block])}</p>,
);

const Quiz = rarePart(
  () => import("./quiz/Quiz.tsx").then(({ withParts }) => withParts()),
  ({ quiz }) => <p className="unknown">{plainText([quiz])}</p>,
);

/** Draws a body, with one exhaustive switch over the block types of the contract. Notes are drawn at the end of the story, see Notes. */
export function Blocks({ of }: { of: Block[] }) {
  return of.map((block, place) => <OneBlock key={place} block={block} />);
}

function OneBlock({ block }: { block: Block }): ReactElement | null {
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <Inlines of={block.children} />
        </p>
      );
    case "heading":
      return <Heading block={block} />;
    case "list":
      return <List block={block} />;
    case "quote":
      return <Quote block={block} />;
    case "pullQuote":
      return (
        <aside className="pull" aria-hidden="true">
          {block.text}
        </aside>
      );
    case "figure":
      return <Figure image={block.image} />;
    case "gallery":
      return <Gallery block={block} />;
    case "table":
      return <Table table={block} />;
    case "callout":
    case "chart":
    case "code":
    case "definitions":
    case "details":
    case "formula":
      return <RareBlock block={block} Blocks={Blocks} />;
    case "quiz":
      return <Quiz quiz={block} />;
    case "divider":
      return <hr />;
    case "embed":
      return <Embed embed={block} />;
    case "audio":
    case "video":
      return <RecordingFigure block={block}>{block.caption && <Inlines of={block.caption} />}</RecordingFigure>;
    case "note":
      return null;
    case "correction":
      return <Correction block={block} />;
    case "post":
      return <Blocks of={block.children} />;
    case "custom":
      return (
        <CustomBlock block={block}>
          <Blocks of={block.children} />
        </CustomBlock>
      );
    case "unknown":
      return <p className="unknown">{block.text}</p>;
  }
}

type Of<Type extends BlockType> = { block: BlockOf<Type> };

const Correction = ({ block }: Of<"correction">) => (
  <CorrectionNote date={block.date}>
    <Inlines of={block.children} />
  </CorrectionNote>
);

function Heading({ block }: Of<"heading">) {
  const Level = block.level === 2 ? "h2" : block.level === 3 ? "h3" : "h4";
  return (
    <Level id={block.id}>
      <Inlines of={block.children} />
    </Level>
  );
}

function List({ block }: Of<"list">) {
  const items = block.items.map((item, place) => (
    <li key={place}>
      <ListItem of={item} />
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

/** The first paragraph of a list item is drawn without a `<p>`. */
function ListItem({ of }: { of: Block[] }) {
  const [first, ...rest] = of;
  if (first?.type !== "paragraph") return <Blocks of={of} />;
  return (
    <>
      <Inlines of={first.children} />
      <Blocks of={rest} />
    </>
  );
}

function Quote({ block }: Of<"quote">) {
  return (
    <blockquote cite={block.url}>
      <Blocks of={block.children} />
      {block.attribution && (
        <cite>
          <Inlines of={block.attribution} />
        </cite>
      )}
    </blockquote>
  );
}

/** A gallery has two columns where there is room for them. */
const IN_COLUMNS = "(width < 32rem) 80vw, 20rem";

function Gallery({ block }: Of<"gallery">) {
  const words = useWords();
  const { ours, theirs } = useLanguages();
  return (
    <div className="gallery" role="group" aria-label={words.gallery(block.images.length)} lang={ours.lang}>
      {block.images.map((image, place) => (
        <Figure key={place} image={image} {...(block.images.length > 1 && { sizes: IN_COLUMNS })} lang={theirs.lang} />
      ))}
    </div>
  );
}
