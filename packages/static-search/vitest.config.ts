import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "static-search",
    environment: "node",
    setupFiles: ["tests/properties.ts"],
    include: ["tests/**/*.test.ts"],
    maxWorkers: "100%",
    isolate: false,
    testTimeout: 30_000,
  },
});
