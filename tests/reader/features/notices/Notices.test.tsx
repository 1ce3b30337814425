import { act, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderApp } from "../../../support/renderApp.tsx";

const front = { also: [], latest: [], top: [], sections: [] };

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.parse("2024-06-01T12:00:00Z") }));
afterEach(() => vi.useRealTimers());

describe("a breaking banner", () => {
  it("says since when, leads where it should, and goes when it is over", async () => {
    const breaking = { text: "The dam holds", link: "/article/dam", until: "2024-06-01T13:00:00Z", date: "2024-06-01T11:40:00Z" };
    await renderApp("/", { "front.json": { ...front, date: "2024-06-01", breaking } });
    expect(screen.getByRole("complementary", { name: "Breaking" })).toHaveTextContent("Breaking 11:40 The dam holds");
    expect(screen.getByRole("link", { name: "The dam holds" })).toHaveAttribute("href", "/article/dam");
    expect(screen.getByText("Breaking")).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(59 * 60_000));
    expect(screen.getByText("Breaking")).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(2 * 60_000));
    expect(screen.queryByText("Breaking")).not.toBeInTheDocument();
  });

  it("is not there on a page that is older than its end", async () => {
    await renderApp("/", { "front.json": { ...front, breaking: { text: "Old", until: "2024-06-01T11:00:00Z" } } });
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(screen.queryByText("Old")).not.toBeInTheDocument();
  });
});

describe("a notice", () => {
  it("is closed for good on this device, and comes again with other words", async () => {
    const alert = { text: "We are moving", id: "aaaaaaaa" };
    const { user } = await renderApp("/", { "front.json": { ...front, alert } });
    const notice = await screen.findByRole("complementary", { name: "Notice" });
    await user.click(within(notice).getByRole("button", { name: "Close" }));
    expect(screen.queryByText("We are moving")).not.toBeInTheDocument();
    expect(localStorage.getItem("broadsheet-alert")).toBe('"aaaaaaaa"');
    document.body.innerHTML = "";
    await renderApp("/", { "front.json": { ...front, alert: { text: "We have moved", id: "bbbbbbbb" } } });
    expect(await screen.findByText("We have moved")).toBeInTheDocument();
  });
});
