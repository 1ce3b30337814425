import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useSwipe } from "#reader/features/article/lightbox/useSwipe.ts";

const onSwipe = vi.fn();

function Swiped({ dir }: { dir: "ltr" | "rtl" }) {
  return (
    <div style={{ direction: dir }} {...useSwipe(onSwipe)}>
      <p>Picture</p>
      <button type="button">Close</button>
      <div className="magnified">Large</div>
    </div>
  );
}

type Touch = { type?: string; isPrimary?: boolean; on?: string; cancelled?: boolean };

/** A finger moves by a number of pixels across and down. */
function swipe(x: number, y = 0, { type = "touch", isPrimary = true, on = "Picture", cancelled = false }: Touch = {}): number[] {
  onSwipe.mockClear();
  const target = screen.getByText(on);
  const fire = (name: "pointerDown" | "pointerUp" | "pointerCancel", clientX: number, clientY: number) => {
    const event = createEvent[name](target);
    Object.defineProperties(
      event,
      Object.fromEntries(Object.entries({ pointerType: type, isPrimary, clientX, clientY }).map(([key, value]) => [key, { value }])),
    );
    fireEvent(target, event);
  };
  fire("pointerDown", 300, 300);
  if (cancelled) fire("pointerCancel", 300, 300);
  fire("pointerUp", 300 + x, 300 + y);
  fire("pointerUp", 300 + x, 300 + y);
  return onSwipe.mock.calls.flat();
}

it("leads on by a swipe of one finger that goes sideways, in the direction of the text", () => {
  const { rerender } = render(<Swiped dir="ltr" />);
  expect([swipe(-50), swipe(50), swipe(-49), swipe(49)]).toEqual([[1], [-1], [], []]);
  expect([swipe(-60, 30), swipe(-60, 31), swipe(60, -31)]).toEqual([[1], [], []]);
  rerender(<Swiped dir="rtl" />);
  expect([swipe(-50), swipe(50)]).toEqual([[-1], [1]]);
});

it("leaves the mouse, a second finger, buttons and a magnified picture alone", () => {
  render(<Swiped dir="ltr" />);
  expect([
    swipe(-90, 0, { type: "mouse" }),
    swipe(-90, 0, { isPrimary: false }),
    swipe(-90, 0, { on: "Close" }),
    swipe(-90, 0, { on: "Large" }),
    swipe(-90, 0, { cancelled: true }),
  ]).toEqual([[], [], [], [], []]);
});
