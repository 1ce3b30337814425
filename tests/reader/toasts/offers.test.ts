import { renderHook, act } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { lastOffer, makeOffer, type Offer, takeOffer, useOffer, withdrawOffer } from "#reader/toasts/offers.ts";

const KINDS = ["update", "fresh", "undo"] as const;
afterEach(() => KINDS.forEach(withdrawOffer));

const offer = (id: Offer["id"]) => ({ id, text: () => id, take: vi.fn() });

it("shows the offer that was made last, one of a kind, and those before once it is withdrawn", () => {
  const { result } = renderHook(useOffer);
  const [update, fresh, undo, fresher] = [...KINDS, "fresh" as const].map(offer);
  act(() => [update, fresh, undo].forEach((each) => makeOffer(each!)));
  expect([result.current, lastOffer()]).toEqual([undo, undo]);
  act(() => makeOffer(fresher!));
  expect(result.current).toBe(fresher);
  act(() => withdrawOffer("fresh"));
  expect(result.current).toBe(undo);
  expect(takeOffer("fresh")).toBe(false);
  expect([fresh?.take, fresher?.take].map((take) => take?.mock.calls.length)).toEqual([0, 0]);
});

it("is taken once", () => {
  const update = offer("update");
  makeOffer(update);
  expect([takeOffer("undo"), takeOffer("update"), takeOffer("update")]).toEqual([false, true, false]);
  expect(update.take).toHaveBeenCalledOnce();
  expect(lastOffer()).toBeUndefined();
});
