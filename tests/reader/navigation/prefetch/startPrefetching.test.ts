import { afterEach, describe, expect, it, vi } from "vitest";
import { mostInView } from "#reader/navigation/prefetch/startPrefetching.ts";

/** A browser that tells of itself what it is given. */
function browser(connection?: object, battery?: object): void {
  vi.stubGlobal("navigator", { connection, ...(battery && { getBattery: () => Promise.resolve(battery) }) });
}

afterEach(() => vi.unstubAllGlobals());

describe("of the pages that nobody pointed at", () => {
  it.each([
    ["many are fetched on a good connection", { effectiveType: "4g", saveData: false }, undefined, 16],
    ["many are fetched while a low battery is being charged", { effectiveType: "4g" }, { charging: true, level: 0.1 }, 16],
    ["few are fetched on a slow connection", { effectiveType: "3g" }, undefined, 3],
    ["few are fetched where the browser tells nothing", undefined, undefined, 3],
    ["none is fetched on a very slow connection", { effectiveType: "slow-2g" }, undefined, 0],
    ["none is fetched where the reader saves data", { effectiveType: "4g", saveData: true }, undefined, 0],
    ["none is fetched on the last of a battery", { effectiveType: "4g" }, { charging: false, level: 0.1 }, 0],
  ])("%s", async (_what, connection, battery, most) => {
    browser(connection, battery);
    expect(await mostInView()).toBe(most);
  });
});
