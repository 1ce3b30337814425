import { act } from "@testing-library/react";
import { type ComponentType, startTransition, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { idle } from "#loading/early/idle.ts";
import { loadParts, allowLazyHydration, hydrateOnIdle } from "#loading/hydration/hydrateOnIdle.tsx";

function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      Pressed {count} times
    </button>
  );
}

/** A prerendered page with a part whose code loads when the test says so. */
async function prerendered(fetchPart: () => Promise<ComponentType>, onMiss?: (again: () => Promise<void>) => void) {
  const There = hydrateOnIdle(() => Promise.resolve(Counter));
  await loadParts();
  const page = document.createElement("div");
  page.className = "page";
  page.innerHTML = renderToString(<There />);
  document.body.append(page);
  allowLazyHydration(true);
  const Part = hydrateOnIdle(fetchPart, ".page", onMiss);
  await act(async () => startTransition(() => void hydrateRoot(page, <Part />)));
  return page;
}

afterEach(() => {
  allowLazyHydration(false);
  document.body.replaceChildren();
});

describe("a prerendered part that hydrates at idle", () => {
  it("stays as prerendered until its code has loaded, and then replays an earlier click", async () => {
    let come = (_part: ComponentType) => {};
    const page = await prerendered(() => new Promise((resolve) => (come = resolve)));
    const button = page.querySelector("button");
    button?.click();
    expect(page).toHaveTextContent("Pressed 0 times");
    await act(async () => {
      await idle();
      come(Counter);
    });
    await vi.waitFor(() => expect(page).toHaveTextContent("Pressed 1 times"));
    expect(page.querySelector("button")).toBe(button);
  });

  it("stays as prerendered if its code does not load", async () => {
    const page = await prerendered(vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Counter));
    await act(idle);
    expect(page).toHaveTextContent("Pressed 0 times");
  });

  it("reports a click if its code has not loaded, and replays it when a retry loads the code", async () => {
    const onMiss = vi.fn<(again: () => Promise<void>) => void>();
    const page = await prerendered(vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Counter), onMiss);
    await act(idle);
    expect(onMiss).not.toHaveBeenCalled();
    page.querySelector("button")?.click();
    await vi.waitFor(() => expect(onMiss).toHaveBeenCalledTimes(1));
    await act(() => onMiss.mock.calls[0]![0]());
    await vi.waitFor(() => expect(page).toHaveTextContent("Pressed 1 times"));
  });

  it("is awaited by a page that is rendered, and not by one that is hydrated", async () => {
    hydrateOnIdle(() => Promise.resolve(Counter));
    allowLazyHydration(true);
    expect(loadParts()).toBeUndefined();
    allowLazyHydration(false);
    await loadParts();
    expect(loadParts()).toBeUndefined();
  });
});
