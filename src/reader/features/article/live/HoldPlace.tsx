import { Component, type ReactNode } from "react";
import { TEXT_TOP } from "../../../ui/caretAt.ts";

type Place = { block: Element; top: number };

/** What is read stays where it is in the window when something comes or goes above it. Safari does not see to that by itself. */
export class HoldPlace extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Place | undefined {
    const block = [...document.querySelectorAll(".prose > *")].find((each) => each.getBoundingClientRect().bottom > TEXT_TOP);
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
