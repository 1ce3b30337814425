import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "create-broadsheet", environment: "node", include: ["tests/**/*.test.ts"], maxWorkers: "100%", testTimeout: 30_000 },
});
