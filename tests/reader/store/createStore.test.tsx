import { act, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { createStore } from "#reader/store/createStore.ts";

it("tells its subscribers of every other value, until they unsubscribe", () => {
  const count = createStore(0);
  const listener = vi.fn();
  const unsubscribe = count.subscribe(listener);
  count.set(1);
  count.set(1);
  expect(count.get()).toBe(1);
  expect(listener).toHaveBeenCalledTimes(1);
  unsubscribe();
  count.set(2);
  expect(listener).toHaveBeenCalledTimes(1);
});

it("is the first value in prerendered HTML, and the present one in a component", () => {
  const name = createStore("nobody");
  const Name = () => <p>{name.use()}</p>;
  name.set("Ada");
  expect(renderToString(<Name />)).toBe("<p>nobody</p>");
  render(<Name />);
  expect(screen.getByText("Ada")).toBeVisible();
  act(() => name.set("Grace"));
  expect(screen.getByText("Grace")).toBeVisible();
});
