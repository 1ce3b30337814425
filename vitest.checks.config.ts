import { defineConfig } from "vitest/config";

/** The checks of reliability with full counts, on demand: `npm run checks -- --full`. Minutes each. */
export default defineConfig({
  test: {
    name: "checks",
    environment: "node",
    include: ["tests/checks/**/*.test.ts"],
    globalSetup: ["tests/support/buildSampleSite.ts"],
    // What measures time or fills the disk wants the machine for itself.
    maxWorkers: 1,
    testTimeout: 30 * 60_000,
    hookTimeout: 120_000,
  },
});
