import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { anArticlePage } from "../../support/anArticle.ts";
import { renderApp } from "../../support/renderApp.tsx";

const open = () => renderApp("/article/voyager-1", { "article/voyager-1.json": anArticlePage() });
const tools = () => within(screen.getByRole("list", { name: "Story tools" }));
const address = new URL("/article/voyager-1", location.href).href;

/** What a phone's browser has for sharing; jsdom has nothing. */
function offerSharing(share: () => Promise<void>) {
  Object.defineProperty(navigator, "canShare", { value: () => true, configurable: true });
  Object.defineProperty(navigator, "share", { value: share, configurable: true });
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, "canShare");
  Reflect.deleteProperty(navigator, "share");
});

describe("the tools of a story", () => {
  it("save it, share it, copy its link and change its text, each by a button", async () => {
    await open();
    expect(
      tools()
        .getAllByRole("button")
        .map((tool) => tool.textContent),
    ).toEqual(["Save", "Share", "Copy link", "Text"]);
  });

  it("copy the story's address, and say so for two seconds where it was asked and once aloud", async () => {
    const { user } = await open();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await user.click(tools().getByRole("button", { name: "Copy link" }));
    expect(await navigator.clipboard.readText()).toBe(address);
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(tools().getByRole("button", { name: "Copied" })).toBeInTheDocument();
    expect(screen.getAllByRole("status").filter((status) => status.textContent === "Link copied")).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(500));
    expect(tools().getByRole("button", { name: "Copy link" })).toBeInTheDocument();
    expect(screen.queryByText("Link copied")).toBeNull();
  });

  it("show the link, selected in a field, where the browser will not copy it", async () => {
    const { user } = await open();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("Not allowed"));
    const tool = tools().getByRole("button", { name: "Copy link" });
    await user.click(tool);
    const dialog = within(await screen.findByRole("dialog", { name: "The link could not be copied" }));
    const field: HTMLInputElement = dialog.getByRole("textbox", { name: "You can copy it from here" });
    expect(field).toHaveValue(address);
    // The dialog itself gives the focus to its first button.
    await waitFor(() => expect(field).toHaveFocus());
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, address.length]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(tool).toHaveFocus();
  });
});

describe("Share", () => {
  it("hands headline and address to the device", async () => {
    const { user } = await open();
    const share = vi.fn(() => Promise.resolve());
    offerSharing(share);
    await user.click(tools().getByRole("button", { name: "Share" }));
    expect(share).toHaveBeenCalledWith({ title: "Voyager 1 makes sense again", url: address });
    expect(tools().queryByRole("button", { name: "Copied" })).toBeNull();
  });

  it("leaves a reader alone who turns back in the device's sheet", async () => {
    const { user } = await open();
    offerSharing(() => Promise.reject(new DOMException("Share canceled", "AbortError")));
    await user.click(tools().getByRole("button", { name: "Share" }));
    expect(tools().queryByRole("button", { name: "Copied" })).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("copies the link where the device has no way of sharing, or refuses it", async () => {
    const { user } = await open();
    await user.click(tools().getByRole("button", { name: "Share" }));
    expect(await tools().findByRole("button", { name: "Copied" })).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(address);
    offerSharing(() => Promise.reject(new DOMException("Not allowed", "NotAllowedError")));
    const write = vi.spyOn(navigator.clipboard, "writeText");
    await user.click(tools().getByRole("button", { name: "Copied" }));
    expect(write).toHaveBeenCalledWith(address);
  });

  it("give way while the reader scrolls down, and come back on the way up and near the end", async () => {
    await open();
    vi.stubGlobal("innerHeight", 800);
    vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(3000);
    const isAwayAt = (y: number) => {
      vi.stubGlobal("scrollY", y);
      act(() => void window.dispatchEvent(new Event("scroll")));
      return screen.getByRole("list", { name: "Story tools" }).classList.contains("away");
    };
    expect([120, 132, 143, 155].map(isAwayAt)).toEqual([false, true, true, true]);
    expect([144, 143].map(isAwayAt)).toEqual([true, false]);
    expect([2079, 2080, 2092].map(isAwayAt)).toEqual([true, true, false]);
  });
});
