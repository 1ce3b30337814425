import { act, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { lazyPart } from "#reader/hydration/lazyPart.tsx";

const Bell = ({ sound }: { sound: string }) => <p>{sound}</p>;

describe("a part that comes late", () => {
  it("shows nothing at first, and then what it was given", async () => {
    const Late = lazyPart(() => Promise.resolve(Bell));
    const { container } = render(<Late sound="ding" />);
    expect(container).toBeEmptyDOMElement();
    expect(await screen.findByText("ding")).toBeVisible();
  });

  it("is there from the start on the next page, and fetched once", async () => {
    const fetchPart = vi.fn(() => Promise.resolve(Bell));
    const Late = lazyPart(fetchPart);
    const first = render(<Late sound="ding" />);
    await screen.findByText("ding");
    first.unmount();
    render(<Late sound="dong" />);
    expect(screen.getByText("dong")).toBeVisible();
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });

  it("leaves the page as it is when it does not come, and is asked for again by the next", async () => {
    const fetchPart = vi.fn<() => Promise<typeof Bell>>().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Bell);
    const Late = lazyPart(fetchPart);
    const first = render(<Late sound="ding" />);
    await vi.waitFor(() => expect(fetchPart).toHaveBeenCalledTimes(1));
    expect(first.container).toBeEmptyDOMElement();
    first.unmount();
    render(<Late sound="dong" />);
    expect(await screen.findByText("dong")).toBeVisible();
  });

  it("can be brought by a reader who was told that it did not come", async () => {
    const fetchPart = vi.fn<() => Promise<typeof Bell>>().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Bell);
    const onMiss = vi.fn<(again: () => Promise<void>) => void>();
    const Late = lazyPart(fetchPart, onMiss);
    render(<Late sound="ding" />);
    await vi.waitFor(() => expect(onMiss).toHaveBeenCalledTimes(1));
    await act(() => onMiss.mock.calls[0]![0]());
    expect(screen.getByText("ding")).toBeVisible();
  });
});
