import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./tests/support/memoryFolder.ts";
import { notRunReporter } from "./tests/support/notRunReporter.ts";

keepTemporaryFilesInMemory();

/** The file that `npm run checks -- --results` has the outcome of each test written to. */
const results = process.env["TEST_RESULTS"];

/** Tests of the reader that need no DOM: creating a window for each file takes longer than running it. */
const WITHOUT_PAGE = [
  "tests/reader/features/account/sync/libraryKey.test.ts",
  "tests/reader/features/article/discussion/{bluesky,mastodon,replyBody}.test.ts",
  "tests/reader/features/article/live/useNewPosts.test.ts",
  "tests/reader/features/article/rare/{chartColors,codeContrast}.test.ts",
  "tests/reader/features/library/catchUp/digest.test.ts",
  "tests/reader/features/library/highlights/anchoring/findPassage.test.ts",
  "tests/reader/features/lists/Pager.test.ts",
  "tests/reader/features/search/hitFragment.test.ts",
  "tests/reader/features/shortcuts/matchKeys.test.ts",
  "tests/reader/features/updates/changes.test.ts",
  "tests/reader/i18n/{catalogues,dates,lists,literalText}.test.ts",
  "tests/reader/styles/{siblings,stateContrast}.test.ts",
];

/** Three kinds of test besides those of the packages: plain Node, the reader in jsdom, and journeys in a real Chromium over a real site. */
export default defineConfig({
  plugins: [react()],
  test: {
    reporters: ["default", notRunReporter(), ...(results === undefined ? [] : (["json"] as const))],
    ...(results !== undefined && { outputFile: results }),
    projects: [
      "packages/*",
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          setupFiles: ["tests/support/words.ts", "tests/support/properties.ts"],
          include: ["tests/!(reader|e2e|engines|checks)/**/*.test.ts", "tests/*.test.ts", ...WITHOUT_PAGE],
          maxWorkers: "100%",
          // These tests leave no state behind, and loading the same modules again for each file takes longer than running them.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "reader",
          environment: "jsdom",
          include: ["tests/reader/**/*.test.{ts,tsx}"],
          exclude: WITHOUT_PAGE,
          setupFiles: ["tests/support/setup.ts", "tests/support/words.ts"],
          maxWorkers: "100%",
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/buildSampleSite.ts"],
          // Journeys mostly wait: three at a time keep two cores busy.
          maxWorkers: 3,
          // Vitest requires a group of its own for a project with another number of workers.
          sequence: { groupOrder: 1 },
          // On a busy machine a browser is occasionally too slow. A real fault fails twice.
          retry: 1,
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
