import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { prefetchInView } from "#reader/navigation/prefetch/prefetchInView.ts";

/** Stands in for the browser's own, which jsdom does not have: the test says what comes into view. */
let see: (links: string[], isIntersecting?: boolean) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly #watched = new Set<Element>();
      constructor(tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
        see = (links, isIntersecting = true) =>
          tell([...this.#watched].filter((link) => links.includes(link.id)).map((target) => ({ target, isIntersecting })));
      }
      observe(link: Element) {
        this.#watched.add(link);
      }
      disconnect() {
        this.#watched.clear();
      }
    },
  );
  const links = Array.from(
    { length: 15 },
    (_, n) => `<p class="kicker"><a id="k${n}" href="/topic/${n}">Topic</a></p><h3><a id="l${n}" href="/article/${n}">Story</a></h3>`,
  );
  const around =
    '<p><a id="all" href="/topics">All topics</a></p><p class="related"><a id="related" href="/topic/lakes">Lakes</a></p><ul class="chips"><li><a id="chip" href="/topic/rivers">Rivers</a></li></ul>';
  document.body.innerHTML = `<nav><a id="nav" href="/latest">Latest</a></nav><main>${around}${links.join("")}</main>`;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that was fetched before. */
const KNOWN = "/article/1";

function start(most = 12) {
  const brought: string[] = [];
  const look = prefetchInView(
    (href) => {
      const { pathname } = new URL(href);
      if (pathname !== KNOWN) brought.push(pathname);
      return Promise.resolve(pathname !== KNOWN);
    },
    most,
    2,
  );
  look();
  return { brought, look };
}

/** Its pages come when the test says so, the first that was asked for first. */
function startHeld() {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  prefetchInView(
    (href) => {
      asked.push(new URL(href).pathname);
      return new Promise((come) => waiting.push(() => come(true)));
    },
    12,
    2,
  )();
  return { asked, answer: () => waiting.shift()?.() };
}

describe("the pages behind links in view", () => {
  it("come when a link has been in view for a while", async () => {
    const { brought } = start();
    see(["l0", "l2"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(brought).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(brought).toEqual(["/article/0", "/article/2"]);
  });

  it("do not come when the reader scrolls past their link", async () => {
    const { brought } = start();
    see(["l0", "l2"]);
    await vi.advanceTimersByTimeAsync(300);
    see(["l0"], false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(brought).toEqual(["/article/2"]);
  });

  it("are those of headlines, then those of topics, and not of the small links around them", async () => {
    const { brought } = start();
    see(["nav", "all", "related", "chip", "k0", "l0", "l2"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(brought.slice(0, 2)).toEqual(["/article/0", "/article/2"]);
    expect(brought.slice(2).toSorted()).toEqual(["/topic/0", "/topic/lakes", "/topic/rivers"]);
  });

  it("come two at a time", async () => {
    const { asked, answer } = startHeld();
    see(["l0", "l2", "l3"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(["/article/0", "/article/2"]);
    answer();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(["/article/0", "/article/2", "/article/3"]);
  });

  it("are no more than it is told for each page that is read, without those that are here already", async () => {
    const { brought, look } = start();
    see(Array.from({ length: 14 }, (_, n) => `l${n}`));
    await vi.advanceTimersByTimeAsync(2000);
    expect(brought).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `/article/${n}`));
    look();
    see(["l14"]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(brought.at(-1)).toBe("/article/14");
  });

  it("are no more either where the reader opens a page just before those of the last are fetched", async () => {
    const { brought, look } = start(3);
    see(["l0", "l2"]);
    await vi.advanceTimersByTimeAsync(600);
    look();
    see(["l3", "l4", "l5", "l6", "l7"]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(brought.filter((path) => !["/article/0", "/article/2"].includes(path))).toHaveLength(3);
  });
});
