import type { Block } from "#content/blocks/block.ts";
import { Blocks } from "./Blocks.tsx";
import { Inlines } from "./Inlines.tsx";

/** The text of a footnote. A note of one paragraph is drawn without a `<p>`. */
export function NoteText({ of }: { of: Block[] }) {
  const [first, ...rest] = of;
  if (first?.type === "paragraph" && rest.length === 0) return <Inlines of={first.children} />;
  return <Blocks of={of} />;
}
