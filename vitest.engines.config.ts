import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./tests/support/memoryFolder.ts";
import { reports } from "./tests/support/reports.ts";

keepTemporaryFilesInMemory();

/** The main journeys in Chromium, Firefox and WebKit: `npm run engines`. Each starts its own browsers, so they are slow. */
export default defineConfig({
  test: {
    name: "engines",
    ...reports(),
    environment: "node",
    include: ["tests/engines/**/*.test.ts"],
    globalSetup: ["tests/support/buildSampleSite.ts"],
    maxWorkers: 2,
    retry: 1,
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
