import { afterEach, expect, it, vi } from "vitest";
import { storedItem, storeItem } from "#reader/store/storage.ts";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

it("keeps a text until it is told to keep none", () => {
  expect(storedItem("localStorage", "key")).toBeNull();
  expect(storeItem("localStorage", "key", "text")).toBe(true);
  expect(storedItem("localStorage", "key")).toBe("text");
  expect(storedItem("sessionStorage", "key")).toBeNull();
  expect(storeItem("localStorage", "key", null)).toBe(true);
  expect(storedItem("localStorage", "key")).toBeNull();
});

it("keeps nothing, and breaks nothing, where the device forbids it", () => {
  const denied = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  vi.spyOn(window, "localStorage", "get").mockImplementation(denied);
  expect(storedItem("localStorage", "key")).toBeNull();
  expect(storeItem("localStorage", "key", "text")).toBe(false);
});
