import { act } from "@testing-library/react";
import { startTransition, useEffect, useState } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { replayClicks } from "#loading/early/replayClicks.ts";
import { hydrateAll, hydrateInSight } from "#loading/hydration/hydrateInSight.tsx";

let approach = () => {};
const hydrated = vi.fn();

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(found: (changes: { isIntersecting: boolean }[]) => void) {
        found([{ isIntersecting: false }]);
        approach = () => found([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  hydrated.mockClear();
  document.body.replaceChildren();
});

function Counter({ by }: { id: string; by: number }) {
  const [count, setCount] = useState(0);
  useEffect(() => hydrated(), []);
  return (
    <button type="button" onClick={() => setCount(count + by)}>
      Pressed {count} times
    </button>
  );
}

const Part = hydrateInSight(Counter, ({ id }) => `#${id}`);

/** A prerendered page with a part. @returns the page, its button, and functions that hydrate it and change the part's props */
function prerendered(id: string) {
  const drawn = (by: number) => (
    <div id={id}>
      <Part id={id} by={by} />
    </div>
  );
  const page = document.createElement("div");
  page.innerHTML = renderToString(drawn(1));
  document.body.append(page);
  const hydrate = () => {
    let root: Root | undefined;
    startTransition(() => void (root = hydrateRoot(page, drawn(1))));
    return { change: (by: number) => root?.render(drawn(by)) };
  };
  return { page, button: page.querySelector("button")!, hydrate };
}

it("stays as prerendered until the reader comes near it", async () => {
  const { page, button, hydrate } = prerendered("far");
  await act(async () => hydrate());
  expect(hydrated).not.toHaveBeenCalled();
  await act(async () => approach());
  expect(hydrated).toHaveBeenCalledTimes(1);
  expect(page.querySelector("button")).toBe(button);
});

it("is hydrated by a click in it, which is answered", async () => {
  const { page, button, hydrate } = prerendered("pressed");
  await act(async () => hydrate());
  act(() => button.click());
  expect(page).toHaveTextContent("Pressed 1 times");
});

it("is hydrated when something in it changes", async () => {
  const { page, button, hydrate } = prerendered("changing");
  const { change } = await act(async () => hydrate());
  await act(async () => change(2));
  act(() => button.click());
  expect(page).toHaveTextContent("Pressed 2 times");
  expect(page.querySelector("button")).toBe(button);
});

it("is hydrated at once for a click that was kept", async () => {
  const { page, button, hydrate } = prerendered("kept");
  const clicks = replayClicks();
  button.click();
  hydrate();
  await act(async () => clicks.replay());
  expect(page).toHaveTextContent("Pressed 1 times");
});

// The last one, since it cannot be undone.
it("is hydrated wherever it is for a reader who must not see it as it is", async () => {
  const { hydrate } = prerendered("muted");
  await act(async () => hydrate());
  expect(hydrated).not.toHaveBeenCalled();
  await act(async () => hydrateAll());
  expect(hydrated).toHaveBeenCalledTimes(1);
});
