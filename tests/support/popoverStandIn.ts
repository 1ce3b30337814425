import { fireEvent } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";

/** jsdom knows no popovers: it believes that they are closed, so that roles find nothing in them. @returns those that are open */
export function standInForPopovers(): ReadonlySet<Element> {
  const open = new Set<Element>();
  const matches: Element["matches"] = Reflect.get(Element.prototype, "matches");
  beforeEach(() => {
    const stand = (name: string, value: unknown) => Object.defineProperty(HTMLElement.prototype, name, { value, configurable: true });
    stand("popover", null);
    stand("showPopover", function show(this: Element) {
      open.add(this);
    });
    stand("hidePopover", function hide(this: Element) {
      open.delete(this);
      fireEvent(this, Object.assign(new Event("toggle"), { newState: "closed" }));
    });
    // Not a spy, which would remember thousands of calls.
    Object.assign(Element.prototype, {
      matches(this: Element, selector: string) {
        return selector === ":popover-open" ? open.has(this) : matches.call(this, selector);
      },
    });
  });
  afterEach(() => {
    Object.assign(Element.prototype, { matches });
    open.clear();
    for (const name of ["popover", "showPopover", "hidePopover"]) Reflect.deleteProperty(HTMLElement.prototype, name);
  });
  return open;
}
