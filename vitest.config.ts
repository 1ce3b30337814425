import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./tests/support/memoryFolder.ts";
import { notRunReporter } from "./tests/support/notRunReporter.ts";

keepTemporaryFilesInMemory();

/** Where the outcome of each test is written for who reads it later: `npm run checks -- --results`. */
const results = process.env["TEST_RESULTS"];

/** Tests of the reader that need no page: to give each a window of its own takes longer than they do. */
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

/** Three kinds of test beside those of the packages: plain Node, the reader in jsdom, and journeys in a real Chromium over a real site. */
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
          // They leave no state behind, and loading the same modules anew takes longer than the tests.
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
          // Journeys wait more than they work: three at a time fill two cores.
          maxWorkers: 3,
          // A number of workers of its own, so a turn of its own.
          sequence: { groupOrder: 1 },
          // A browser on a busy machine now and then misses its moment. A fault of ours fails twice.
          retry: 1,
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
