import "./dialogStandIn.ts";
import "./rangeStandIn.ts";
import "./soundStandIn.ts";
import "./styleSheetStandIn.ts";
import "@testing-library/jest-dom/vitest";
import { setImmediate } from "node:timers/promises";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, vi } from "vitest";

// The first use of a chunk compiles it, which takes its time on a machine with other work.
configure({ asyncUtilTimeout: 5000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// What is still being fetched or drawn would come when there is no window any longer.
afterAll(async () => {
  await vi.dynamicImportSettled();
  await setImmediate();
});
