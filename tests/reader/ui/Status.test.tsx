import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Status } from "#reader/ui/Status.tsx";

test.each(["status", "alert"] as const)("a region of the role %s stands there empty before it speaks", (role) => {
  vi.useFakeTimers();
  const { rerender } = render(<Status role={role}>There is no connection.</Status>);
  expect(screen.getByRole(role)).toBeEmptyDOMElement();
  act(() => {
    vi.advanceTimersByTime(1000);
  });
  expect(screen.getByRole(role)).toHaveTextContent("There is no connection.");
  rerender(<Status role={role}>It is back.</Status>);
  expect(screen.getByRole(role)).toHaveTextContent("It is back.");
  vi.useRealTimers();
});
