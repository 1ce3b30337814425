import type { Block } from "#content/blocks/block.ts";
import { Blocks } from "./Blocks.tsx";
import { Inlines } from "./Inlines.tsx";

/** What a footnote says. A note of one paragraph stands in its line. */
export function NoteText({ of }: { of: Block[] }) {
  const [first, ...rest] = of;
  if (first?.type === "paragraph" && rest.length === 0) return <Inlines of={first.children} />;
  return <Blocks of={of} />;
}
