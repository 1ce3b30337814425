import { expect, it, vi } from "vitest";
import { freeSpace, isFull } from "#reader/device/kept/room.ts";

it("keeps no more than half of what the browser would give, and less than a gigabyte", async () => {
  class Manager {
    static answer: StorageEstimate = {};
    readonly estimate = async () => Manager.answer;
  }
  expect(await freeSpace()).toBe(50_000_000);
  vi.stubGlobal("StorageManager", Manager);
  expect(await freeSpace()).toBe(50_000_000);
  Object.defineProperty(navigator, "storage", { configurable: true, value: new Manager() });
  const room = (answer: StorageEstimate) => {
    Manager.answer = answer;
    return freeSpace();
  };
  expect(await room({})).toBe(50_000_000);
  expect(await room({ quota: 100, usage: 40 })).toBe(30);
  expect(await room({ quota: 100 })).toBe(50);
  expect(await room({ quota: 100, usage: 140 })).toBe(0);
  expect(await room({ quota: 9_000_000_000 })).toBe(1_000_000_000);
  Reflect.deleteProperty(navigator, "storage");
  const error = (name: string) => new DOMException("Error", name);
  expect([isFull(error("QuotaExceededError")), isFull(error("AbortError")), isFull(new Error("QuotaExceededError"))]).toEqual([
    true,
    false,
    false,
  ]);
});
