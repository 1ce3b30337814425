import { Component, type ReactNode } from "react";
import { TEXT_TOP } from "../../../ui/caretAt.ts";

type Place = { block: Element; top: number; height: number };

/**
 * Keeps the text in the window in place when something above it appears or disappears. Safari has no scroll anchoring.
 * The first block that stays as tall as it was is held: one that has changed itself, such as a withdrawn post whose end
 * was in the window, would move what is read below it.
 */
export class KeepScrollPosition extends Component<{ children: ReactNode }> {
  override getSnapshotBeforeUpdate(): Place[] {
    const all = [...document.querySelectorAll(".prose > *")].map((block) => ({ block, rect: block.getBoundingClientRect() }));
    const inWindow = all.filter(({ rect }) => rect.bottom > TEXT_TOP && rect.top < innerHeight);
    return inWindow.map(({ block, rect: { top, height } }) => ({ block, top, height }));
  }

  override componentDidUpdate(_props: unknown, _state: unknown, places: Place[] = []): void {
    const held = places.find(({ block, height }) => block.isConnected && block.getBoundingClientRect().height === height);
    const moved = held ? held.block.getBoundingClientRect().top - held.top : 0;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
