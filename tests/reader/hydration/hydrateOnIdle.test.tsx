import { act } from "@testing-library/react";
import { type ComponentType, startTransition, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { idle } from "#reader/hydration/early/idle.ts";
import { loadParts, allowLazyHydration, hydrateOnIdle } from "#reader/hydration/hydrateOnIdle.tsx";

function Counter() {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      Pressed {count} times
    </button>
  );
}

/** A page whose HTML stands, and whose part has code that comes when the test says so. */
async function standing(fetchPart: () => Promise<ComponentType>, onMiss?: (again: () => Promise<void>) => void) {
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

describe("a part that rests", () => {
  it("stands as it is until its code is here, and answers the press that came before", async () => {
    let come = (_part: ComponentType) => {};
    const page = await standing(() => new Promise((resolve) => (come = resolve)));
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

  it("stays for good when its code does not come", async () => {
    const page = await standing(vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Counter));
    await act(idle);
    expect(page).toHaveTextContent("Pressed 0 times");
  });

  it("tells of a press that nothing answers, and answers it when its code comes after all", async () => {
    const onMiss = vi.fn<(again: () => Promise<void>) => void>();
    const page = await standing(vi.fn().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Counter), onMiss);
    await act(idle);
    expect(onMiss).not.toHaveBeenCalled();
    page.querySelector("button")?.click();
    await vi.waitFor(() => expect(onMiss).toHaveBeenCalledTimes(1));
    await act(() => onMiss.mock.calls[0]![0]());
    await vi.waitFor(() => expect(page).toHaveTextContent("Pressed 1 times"));
  });

  it("is waited for by a page that is made anew, and not by one that stands", async () => {
    hydrateOnIdle(() => Promise.resolve(Counter));
    allowLazyHydration(true);
    expect(loadParts()).toBeUndefined();
    allowLazyHydration(false);
    await loadParts();
    expect(loadParts()).toBeUndefined();
  });
});
