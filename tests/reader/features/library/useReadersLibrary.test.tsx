import { act, renderHook } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { type ReactNode, useState } from "react";
import { describe, expect, it } from "vitest";
import { useReadersLibrary } from "#reader/features/library/useReadersLibrary.tsx";
import { anOwnLibrary } from "../../../support/ownLibrary.ts";

anOwnLibrary();

describe("what teasers know of the library", () => {
  it("stays the same from page to page, so that no page has its teasers drawn twice", async () => {
    let go: (path: string) => Promise<void> = () => Promise.resolve();
    const Pages = ({ children }: { children: ReactNode }) => {
      const [router] = useState(() => createMemoryRouter([{ path: "*", element: children }]));
      go = (path) => router.navigate(path);
      return <RouterProvider router={router} />;
    };
    const { result } = renderHook(useReadersLibrary, { wrapper: Pages });
    await act(() => go("/latest"));
    const before = result.current;
    await act(() => go("/topic/space"));
    expect(result.current).toBe(before);
    await act(() => go("/saved"));
    expect(result.current).not.toBe(before);
  });
});
