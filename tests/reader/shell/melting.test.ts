import { createMemoryRouter } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { meltingRouter } from "#reader/shell/melting.ts";

const { dataset } = document.documentElement;

beforeEach(() => {
  Object.assign(document, { startViewTransition: () => {} });
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

/** Goes to a story and back, and tells of both ways whether pages melt. */
async function melts(between: () => void = () => {}): Promise<boolean[]> {
  const router = meltingRouter(createMemoryRouter([{ path: "/" }, { path: "/story" }]));
  const told: boolean[] = [];
  router.subscribe((_, { viewTransitionOpts }) => void told.push(viewTransitionOpts !== undefined));
  // What came of the first page is told to the first who listens.
  told.length = 0;
  await router.navigate("/story", { viewTransition: true });
  between();
  await router.navigate(-1);
  return told;
}

describe("pages", () => {
  it("melt into each other on the way there and back", async () => {
    expect(await melts()).toEqual([true, true]);
  });

  it("do not where the browser cannot", async () => {
    Reflect.deleteProperty(document, "startViewTransition");
    expect(await melts()).toEqual([false, false]);
  });

  it("do not for readers who want less motion, here or in the system", async () => {
    dataset["motion"] = "less";
    expect(await melts()).toEqual([false, false]);
    delete dataset["motion"];
    likesMotion(false);
    expect(await melts()).toEqual([false, false]);
  });

  it("do not on Back once the device has turned out to be slow", async () => {
    expect(await melts(() => (dataset["pace"] = "slow"))).toEqual([true, false]);
  });
});
