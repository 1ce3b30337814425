import { act, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";

const Bell = ({ sound }: { sound: string }) => <p>{sound}</p>;

describe("a lazy part", () => {
  it("renders nothing at first, and then the component with its props", async () => {
    const Late = lazyPart(() => Promise.resolve(Bell));
    const { container } = render(<Late sound="ding" />);
    expect(container).toBeEmptyDOMElement();
    expect(await screen.findByText("ding")).toBeVisible();
  });

  it("is there from the start on the next page, and is fetched only once", async () => {
    const fetchPart = vi.fn(() => Promise.resolve(Bell));
    const Late = lazyPart(fetchPart);
    const first = render(<Late sound="ding" />);
    await screen.findByText("ding");
    first.unmount();
    render(<Late sound="dong" />);
    expect(screen.getByText("dong")).toBeVisible();
    expect(fetchPart).toHaveBeenCalledTimes(1);
  });

  it("renders nothing if its code does not load, and is fetched again by the next page", async () => {
    const fetchPart = vi.fn<() => Promise<typeof Bell>>().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Bell);
    const Late = lazyPart(fetchPart);
    const first = render(<Late sound="ding" />);
    await vi.waitFor(() => expect(fetchPart).toHaveBeenCalledTimes(1));
    expect(first.container).toBeEmptyDOMElement();
    first.unmount();
    render(<Late sound="dong" />);
    expect(await screen.findByText("dong")).toBeVisible();
  });

  it("is rendered when a retry after a reported failure succeeds", async () => {
    const fetchPart = vi.fn<() => Promise<typeof Bell>>().mockRejectedValueOnce(new Error("offline")).mockResolvedValue(Bell);
    const onMiss = vi.fn<(again: () => Promise<void>) => void>();
    const Late = lazyPart(fetchPart, onMiss);
    render(<Late sound="ding" />);
    await vi.waitFor(() => expect(onMiss).toHaveBeenCalledTimes(1));
    await act(() => onMiss.mock.calls[0]![0]());
    expect(screen.getByText("ding")).toBeVisible();
  });
});
