import { Component, type ReactNode } from "react";
import { TEXT_TOP } from "../../../ui/caretAt.ts";

type Place = { block: Element; top: number };

/** Keeps the text in the window in place when something above it appears or disappears. Safari has no scroll anchoring. */
export class HoldPlace extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Place | undefined {
    const block = [...document.querySelectorAll(".prose > *")].find((part) => part.getBoundingClientRect().bottom > TEXT_TOP);
    return block && { block, top: block.getBoundingClientRect().top };
  }

  override componentDidUpdate(_props: unknown, _state: unknown, place?: Place): void {
    if (!place?.block.isConnected) return;
    const moved = place.block.getBoundingClientRect().top - place.top;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
