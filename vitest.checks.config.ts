import { defineConfig } from "vitest/config";

/** The reliability checks with full counts, run on demand by `npm run checks -- --full`. Each takes minutes. */
export default defineConfig({
  test: {
    name: "checks",
    environment: "node",
    include: ["tests/checks/**/*.test.ts"],
    globalSetup: ["tests/support/buildSampleSite.ts"],
    // Checks that measure time or fill the disk need the machine to themselves.
    maxWorkers: 1,
    testTimeout: 30 * 60_000,
    hookTimeout: 120_000,
  },
});
