import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bringIntoView } from "#reader/ui/bringIntoView.ts";

describe("a part of the page is brought into view", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("scrollTo", vi.fn());
    vi.stubGlobal("scrollY", 600);
    vi.stubGlobal("innerHeight", 800);
  });

  afterEach(() => {
    document.documentElement.style.removeProperty("--calm");
    vi.useRealTimers();
  });

  const at = (top: number) => Object.assign(document.createElement("p"), { getBoundingClientRect: () => new DOMRect(0, top, 300, 40) });

  it("smoothly, to the upper third of the window", () => {
    bringIntoView(at(1000));
    expect(scrollTo).toHaveBeenCalledExactlyOnceWith({ top: 1400, behavior: "smooth" });
  });

  it("at once where the reader wants less motion", () => {
    document.documentElement.style.setProperty("--calm", "0");
    bringIntoView(at(1000));
    vi.runAllTimers();
    expect(scrollTo).toHaveBeenCalledExactlyOnceWith({ top: 1400, behavior: "instant" });
  });

  it("at once where the smooth scroll never begins", () => {
    bringIntoView(at(1000));
    vi.runAllTimers();
    expect(scrollTo).toHaveBeenLastCalledWith({ top: 1400, behavior: "instant" });
  });

  it("and is left alone once it moves", () => {
    bringIntoView(at(1000));
    vi.stubGlobal("scrollY", 601);
    vi.runAllTimers();
    expect(scrollTo).toHaveBeenCalledOnce();
  });
});
