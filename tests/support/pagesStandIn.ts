import { afterEach, beforeEach, vi } from "vitest";

/** jsdom lays nothing out: it has neither fonts, observers of sizes nor scrolling, which a story in pages needs. */
export function standInForPages(): void {
  beforeEach(() => {
    vi.stubGlobal("scrollTo", vi.fn());
    vi.stubGlobal(
      "ResizeObserver",
      class {
        readonly observe = vi.fn();
        readonly disconnect = vi.fn();
      },
    );
    Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });
  });
  afterEach(() => void Reflect.deleteProperty(document, "fonts"));
}
