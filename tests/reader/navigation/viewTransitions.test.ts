import { createMemoryRouter } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withViewTransitions } from "#reader/navigation/viewTransitions.ts";

const { dataset } = document.documentElement;

/** What is to be drawn when the browser has taken a picture of the page before. */
let changes: (() => void)[] = [];

beforeEach(() => {
  changes = [];
  Object.assign(document, {
    startViewTransition: (change: () => void) => {
      changes.push(change);
      return { ready: Promise.reject(new DOMException("Skipped", "AbortError")) };
    },
  });
  likesMotion(true);
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, "startViewTransition");
  delete dataset["pace"];
  delete dataset["motion"];
});

function likesMotion(does: boolean): void {
  vi.stubGlobal("matchMedia", () => ({ matches: !does }));
}

/** A router at its front page, and the paths that it tells of from then on. */
function aRouter() {
  const router = withViewTransitions(createMemoryRouter([{ path: "/" }, { path: "/story" }, { path: "/latest" }]));
  const told: string[] = [];
  router.subscribe(({ location }) => void told.push(location.pathname));
  // What came of the first page is told to the first who listens.
  told.length = 0;
  return { router, told };
}

/** Goes to a story and back. @returns how often a view transition began */
async function melted(between: () => void = () => {}): Promise<number> {
  const { router, told } = aRouter();
  await router.navigate("/story", { viewTransition: true });
  between();
  await router.navigate(-1);
  for (const change of changes) change();
  expect(told.at(-1)).toBe("/");
  return changes.length;
}

describe("pages", () => {
  it("change by a view transition on the way there and back", async () => {
    expect(await melted()).toBe(2);
  });

  it("change by one transition, however many subscribe to the router", async () => {
    const { router, told } = aRouter();
    const background: string[] = [];
    router.subscribe(({ location }) => void background.push(location.pathname));
    await router.navigate("/story", { viewTransition: true });
    expect(changes).toHaveLength(1);
    for (const change of changes) change();
    expect([told, background]).toEqual([["/story"], ["/story"]]);
  });

  it("do not where the browser cannot", async () => {
    Reflect.deleteProperty(document, "startViewTransition");
    expect(await melted()).toBe(0);
  });

  it("do not for readers who want less motion, here or in the system", async () => {
    dataset["motion"] = "less";
    expect(await melted()).toBe(0);
    delete dataset["motion"];
    likesMotion(false);
    expect(await melted()).toBe(0);
  });

  it("do not on Back once the device has turned out to be slow", async () => {
    expect(await melted(() => (dataset["pace"] = "slow"))).toBe(1);
  });

  it("end in the last that was wished for, also where a transition was about to begin", async () => {
    const { router, told } = aRouter();
    await router.navigate("/story", { viewTransition: true });
    expect(told).toEqual([]);
    await router.navigate("/latest");
    for (const change of changes) change();
    expect(told.at(-1)).toBe("/latest");
  });
});

describe("a press on a link", () => {
  it("is dropped when the reader goes elsewhere before it is shown", async () => {
    const { router } = aRouter();
    const pressed = router.navigate("/story", { viewTransition: true });
    await router.navigate("/latest");
    await pressed;
    expect(router.state.location.pathname).toBe("/latest");
  });

  it("is dropped when the reader goes back meanwhile", async () => {
    const { router } = aRouter();
    const pressed = router.navigate("/story", { viewTransition: true });
    dispatchEvent(new PopStateEvent("popstate"));
    await pressed;
    expect(router.state.location.pathname).toBe("/");
  });
});

describe("a step through the history", () => {
  /** Goes back from a story to a page. @returns the states in which the router tells of itself, with the first there */
  async function stepBack(loadPage: () => null | Promise<null>): Promise<string[]> {
    const loader = vi.fn(loadPage).mockReturnValueOnce(null);
    const router = withViewTransitions(createMemoryRouter([{ path: "/", loader }, { path: "/story" }], { initialEntries: ["/story"] }));
    await router.navigate("/");
    await router.navigate("/story");
    const told: string[] = [];
    router.subscribe(({ navigation }) => void told.push(navigation.state));
    told.length = 0;
    addEventListener("popstate", () => void router.navigate(-1), { once: true });
    dispatchEvent(new PopStateEvent("popstate"));
    await vi.waitFor(() => expect(told).not.toEqual([]));
    return told;
  }

  it("is told once where the page is at hand", async () => {
    expect(await stepBack(() => null)).toEqual(["idle"]);
  });

  it("is told from its beginning where the page takes its time", async () => {
    let come = (_page: null) => {};
    const told = await stepBack(() => new Promise((resolve) => (come = resolve)));
    expect(told).toEqual(["loading"]);
    come(null);
    await vi.waitFor(() => expect(told).toEqual(["loading", "idle"]));
  });

  it("to a part of the page is told at once, before the reader goes back or on", () => {
    const { router, told } = aRouter();
    addEventListener("popstate", () => void router.navigate("/#note-1"), { once: true });
    dispatchEvent(new PopStateEvent("popstate"));
    expect(told).toEqual(["/"]);
  });
});
