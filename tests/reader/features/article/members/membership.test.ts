import "fake-indexeddb/auto";
import { expect, it, onTestFinished, vi } from "vitest";
import { noteSignedIn } from "#reader/data/signedIn.ts";
import { renewMembership } from "#reader/features/article/members/membership.ts";
import { allPhrases } from "#reader/features/article/members/room.ts";

it("asks for the membership again after a day, and at once when the clock was ahead at the last time", async () => {
  const now = vi.spyOn(Date, "now");
  const asked = vi.fn<() => Response>();
  vi.stubGlobal("fetch", () => Promise.resolve(asked()));
  onTestFinished(() => {
    vi.unstubAllGlobals();
    now.mockRestore();
    noteSignedIn(false);
  });
  const answer = (tiers: string[]) =>
    asked.mockImplementation(() =>
      Response.json({ membership: tiers.map((tier) => ({ tier, name: tier, until: null, phrase: "2612-xxxx" })) }),
    );
  const at = async (time: string, isNeeded = false) => {
    now.mockReturnValue(Date.parse(time));
    return [await renewMembership(isNeeded), asked.mock.calls.length, (await allPhrases()).length];
  };
  noteSignedIn(true);
  answer(["friends"]);
  expect(await at("2026-12-05T12:00:00Z", true)).toEqual([true, 1, 1]);
  expect(await at("2026-12-06T11:00:00Z")).toEqual([true, 1, 1]);
  expect(await at("2036-12-06T13:00:00Z")).toEqual([true, 2, 1]);
  answer([]);
  expect(await at("2026-12-06T13:00:00Z")).toEqual([false, 3, 0]);
});
