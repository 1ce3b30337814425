import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { deviceValue } from "#reader/device/deviceValue.ts";

const lengthOf = (found: unknown) => (Array.isArray(found) ? found.length : found === null ? "damaged" : "none");
const aValue = () => deviceValue(() => "broadsheet-test", lengthOf);

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test("a value is kept for the next page, and shown at once where it is used", () => {
  const value = aValue();
  const { result } = renderHook(value.use);
  expect(result.current).toBe("none");
  act(() => value.keep([1, 2]));
  expect(result.current).toBe(2);
  expect(aValue().read()).toBe(2);
  act(() => value.keep(undefined));
  expect(localStorage).toHaveLength(0);
});

test("what another tab changes is shown, and what is damaged is told apart from nothing", () => {
  const value = aValue();
  const { result } = renderHook(value.use);
  const elsewhere = (text: string) =>
    act(() => {
      localStorage.setItem("broadsheet-test", text);
      dispatchEvent(new StorageEvent("storage", { key: "broadsheet-test" }));
    });
  elsewhere("[1]");
  expect(result.current).toBe(1);
  elsewhere("[1");
  expect(result.current).toBe("damaged");
});

test("where the device keeps nothing, a value lasts as long as the page", () => {
  const value = aValue();
  for (const method of ["getItem", "setItem"] as const)
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
  expect(value.read()).toBe("none");
  value.keep([1, 2, 3]);
  expect(value.read()).toBe(3);
});
