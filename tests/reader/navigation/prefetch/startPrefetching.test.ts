import { afterEach, describe, expect, it, vi } from "vitest";
import { isWellConnected } from "#reader/navigation/prefetch/startPrefetching.ts";

/** A browser that tells of itself what it is given. */
function browser(connection?: object, battery?: object): void {
  vi.stubGlobal("navigator", { connection, ...(battery && { getBattery: () => Promise.resolve(battery) }) });
}

afterEach(() => vi.unstubAllGlobals());

describe("a connection that is good enough to fetch what nobody pointed at", () => {
  it("says so", async () => {
    browser({ effectiveType: "4g", saveData: false });
    expect(await isWellConnected()).toBe(true);
  });

  it.each([
    ["tells nothing", undefined, undefined],
    ["is slow", { effectiveType: "3g" }, undefined],
    ["is very slow", { effectiveType: "slow-2g" }, undefined],
    ["saves data", { effectiveType: "4g", saveData: true }, undefined],
    ["lives on the last of its battery", { effectiveType: "4g" }, { charging: false, level: 0.1 }],
  ])("is none that %s", async (_what, connection, battery) => {
    browser(connection, battery);
    expect(await isWellConnected()).toBe(false);
  });

  it("may have a low battery that is being charged", async () => {
    browser({ effectiveType: "4g" }, { charging: true, level: 0.1 });
    expect(await isWellConnected()).toBe(true);
  });
});
