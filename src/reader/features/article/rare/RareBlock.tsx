import type { ComponentType } from "react";
import type { Block, BlockOf } from "#content/blocks/block.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { Inlines } from "../Inlines.tsx";
import { Chart } from "./Chart.tsx";
import { Code } from "./Code.tsx";
import { Formula } from "./Formula.tsx";
import rare from "./rare.css?url";

/** The component that draws nested blocks. */
type BlocksComponent = ComponentType<{ of: Block[] }>;

export type Rare = BlockOf<"callout" | "chart" | "code" | "definitions" | "details" | "formula">;

type Props<Of extends Rare = Rare> = { block: Of; Blocks: BlocksComponent };

/** Loads the styles together with the component. */
export const withSheet = async () => {
  await loadSheet(rare);
  return RareBlock;
};

/** Blocks that few stories have: other stories do not load this code, see rarePart. The class `rare` marks pages that need the styles. */
function RareBlock({ block, Blocks }: Props) {
  switch (block.type) {
    case "callout":
      return <Callout block={block} Blocks={Blocks} />;
    case "chart":
      return <Chart block={block} />;
    case "code":
      return <Code block={block} />;
    case "definitions":
      return <Definitions block={block} Blocks={Blocks} />;
    case "formula":
      return (
        <div className="rare formula" tabIndex={0}>
          <Formula of={block} isDisplay />
        </div>
      );
    case "details":
      return (
        <details className="rare" open={block.open}>
          <summary>
            <Inlines of={block.summary} />
          </summary>
          <Blocks of={block.children} />
        </details>
      );
  }
}

function Callout({ block: { kind, title, children }, Blocks }: Props<BlockOf<"callout">>) {
  return (
    <aside className={kind ? `rare callout ${kind}` : "rare callout"} role="note">
      {title && (
        <p className="callout-title">
          <Inlines of={title} />
        </p>
      )}
      <Blocks of={children} />
    </aside>
  );
}

function Definitions({ block: { entries }, Blocks }: Props<BlockOf<"definitions">>) {
  return (
    <dl className="rare">
      {entries.map(({ terms, definitions }, place) => (
        <div key={place}>
          {terms.map((term, at) => (
            <dt key={at}>
              <Inlines of={term} />
            </dt>
          ))}
          {definitions.map((definition, at) => (
            <dd key={at}>
              <Blocks of={definition} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
