import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bringIntoView, setPagedScroll } from "#reader/ui/bringIntoView.ts";

describe("a part of the page is brought into view", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("scrollTo", vi.fn());
    vi.stubGlobal("scrollY", 600);
    vi.stubGlobal("innerHeight", 800);
    document.documentElement.style.setProperty("--calm", "240ms");
  });

  afterEach(() => {
    setPagedScroll(undefined);
    document.documentElement.style.removeProperty("--calm");
    vi.useRealTimers();
  });

  const at = (top: number) =>
    Object.assign(document.createElement("p"), { getBoundingClientRect: vi.fn(() => new DOMRect(0, top, 300, 40)) });
  const scrolls = () => vi.mocked(scrollTo).mock.calls.map(([to]) => to);

  it("smoothly, to the upper third of the window", () => {
    bringIntoView(at(1000));
    expect(scrolls()).toEqual([{ top: 1400, behavior: "smooth" }]);
  });

  it("at once where the reader wants less motion", () => {
    document.documentElement.style.setProperty("--calm", "0s");
    bringIntoView(at(1000));
    vi.runAllTimers();
    expect(scrolls()).toEqual([{ top: 1400, behavior: "instant" }]);
  });

  it("at once where the smooth scroll never begins", () => {
    bringIntoView(at(1000));
    vi.runAllTimers();
    expect(scrolls()).toEqual([
      { top: 1400, behavior: "smooth" },
      { top: 1400, behavior: "instant" },
    ]);
  });

  it("and is left alone once anything scrolls", () => {
    bringIntoView(at(1000));
    window.dispatchEvent(new Event("scroll"));
    vi.runAllTimers();
    expect(scrolls()).toHaveLength(1);
  });

  it("no more where another part is wanted meanwhile", () => {
    bringIntoView(at(1000));
    vi.advanceTimersByTime(400);
    bringIntoView(at(2000));
    vi.runAllTimers();
    expect(scrolls()).toEqual([
      { top: 1400, behavior: "smooth" },
      { top: 2400, behavior: "smooth" },
      { top: 2400, behavior: "instant" },
    ]);
  });

  it("no more where it is gone by then", () => {
    const part = at(1000);
    bringIntoView(part);
    part.getBoundingClientRect.mockReturnValue(new DOMRect());
    vi.runAllTimers();
    expect(scrolls()).toHaveLength(1);
  });

  it("by its page where the story is turned page by page by then", () => {
    const part = at(1000);
    bringIntoView(part);
    const turnTo = vi.fn(() => true);
    setPagedScroll(turnTo);
    vi.runAllTimers();
    expect(turnTo).toHaveBeenCalledExactlyOnceWith(part);
    expect(scrolls()).toHaveLength(1);
  });
});
