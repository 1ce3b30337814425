import { render } from "@testing-library/react";
import { createElement } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { PartError } from "#reader/data/errors.ts";
import { mayReload, useTryAgain } from "#reader/pages/useTryAgain.ts";

const PAGE = "https://example.org/topic/nasa";
const MINUTE = 60_000;

beforeEach(() => sessionStorage.clear());

describe("a page whose code is missing", () => {
  it("is loaded anew by itself once, and again only much later", () => {
    expect(mayReload(PAGE, 0)).toBe(true);
    expect(mayReload(PAGE, MINUTE)).toBe(false);
    expect(mayReload(PAGE, 6 * MINUTE)).toBe(true);
  });

  it("is tried again when the connection is back", async () => {
    const ask = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
    const Page = () => void useTryAgain(new PartError("offline"));
    render(createElement(RouterProvider, { router: createMemoryRouter([{ path: "/", Component: Page }]) }));
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    vi.restoreAllMocks();
  });

  it("does not stand in the way of another page", () => {
    expect(mayReload(PAGE, 0)).toBe(true);
    expect(mayReload(`${PAGE}/page/2`, 1)).toBe(true);
  });

  it("is not loaded anew where that could not be noted", () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(mayReload(PAGE, 0)).toBe(false);
    vi.restoreAllMocks();
  });
});
