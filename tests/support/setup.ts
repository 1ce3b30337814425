import "./dialogStandIn.ts";
import "./rangeStandIn.ts";
import "./styleSheetStandIn.ts";
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// The first use of a chunk compiles it, which takes its time on a machine with other work.
configure({ asyncUtilTimeout: 5000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
