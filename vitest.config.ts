import react from "@vitejs/plugin-react";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { LongestFirst } from "./tests/support/longestFirst.ts";
import { keepTemporaryFilesInMemory } from "./tests/support/memoryFolder.ts";
import { reports } from "./tests/support/reports.ts";

keepTemporaryFilesInMemory();

/** Tests of the reader that need no DOM: creating a window for each file takes longer than running it. */
const WITHOUT_PAGE = [
  "tests/reader/features/account/sync/libraryKey.test.ts",
  "tests/reader/features/article/discussion/{bluesky,mastodon,replyBody}.test.ts",
  "tests/reader/features/article/live/useNewPosts.test.ts",
  "tests/reader/features/article/members/sealedFiles.test.ts",
  "tests/reader/features/article/rare/{chartColors,codeContrast}.test.ts",
  "tests/reader/features/library/catchUp/catchUpDigest.test.ts",
  "tests/reader/features/library/highlights/anchoring/findPassage.test.ts",
  "tests/reader/features/lists/Pager.test.ts",
  "tests/reader/features/search/hitFragment.test.ts",
  "tests/reader/features/shortcuts/matchKeys.test.ts",
  "tests/reader/features/updates/paragraphChanges.test.ts",
  "tests/reader/i18n/{catalogues,formatDate,listParts,literalText,plurals}.test.ts",
  "tests/reader/styles/{classes,siblings,stateContrast}.test.ts",
];

/**
 * Tests of the reader that need modules of their own: they replace some (`vi.mock`), or begin with a reader whose library, voices or
 * stored files no other test has touched. Loading the reader anew for each file takes longer than most tests, so the others share it.
 */
const WITH_OWN_MODULES = [
  "tests/loading/hydration/hydrateInSight.test.tsx",
  "tests/reader/data/library/useLibrary.test.tsx",
  "tests/reader/device/outsideLinks.test.ts",
  "tests/reader/features/account/sync/{leavePanel,startSync}.test.{ts,tsx}",
  "tests/reader/features/article/lightbox/PictureViewer.test.tsx",
  "tests/reader/features/library/highlights/highlights.test.tsx",
  "tests/reader/features/library/saved/saved.test.tsx",
  "tests/reader/features/listen/{Listen,withoutVoice}.test.tsx",
  "tests/reader/features/offline/{KeepVisited,keepOpened,startWorker}.test.{ts,tsx}",
  "tests/reader/features/offline/kept/keep.test.ts",
  "tests/reader/features/updates/SinceRead.test.tsx",
  "tests/reader/i18n/pseudoLocale.test.tsx",
  "tests/reader/pages/SearchPage.test.tsx",
  "tests/reader/recordings/keepRecording.test.ts",
  "tests/reader/ui/bringIntoView.test.ts",
];

/** The journeys of the core: every kind of page, and every promise of the README. */
const CORE = "tests/e2e/{accessibility,article,everyPage,moving,promises,search,withoutScripts}.test.ts";

/** What takes long without a browser, or needs other programs: fuzzing, corpora, killed processes, hostile texts, servers under load, rsync, storage. */
const LONG = [
  "tests/cli/deploy/{rsyncTarget,s3Target}.test.ts",
  "tests/cli/stats/million.test.ts",
  "tests/compiler/body/hostile.test.ts",
  "tests/compiler/growth.test.ts",
  "tests/compiler/importing/resume.test.ts",
  "tests/compiler/limits.test.ts",
  "tests/compiler/features/meaning/builds.test.ts",
  "tests/compiler/refine/corpora.test.ts",
  "tests/compiler/formats/{fuzz,hostileFields}.test.ts",
  "tests/content/book/epubcheck.test.ts",
  "tests/library/sync.test.ts",
  "tests/prerender/sampleEdition.test.ts",
  "tests/server/{attack,durability,heavy,instances,interleavings,log}.test.ts",
];

/** Journeys of the core that are the same in the rest. A run of all tries some on a desktop as well. */
const ONLY_CORE = ["tests/e2e/{accessibility,moving,promises,withoutScripts}.test.ts"];

/** Tests of our own checks of accessibility, which only a change of these can break. */
const OF_CHECKS = ["tests/e2e/plantedDefects.test.ts"];

/**
 * Three kinds of test besides those of the packages: plain Node, the reader in jsdom, and journeys in a real Chromium over a real site.
 *   npm test             the core: all but what is LONG and journeys that are not in CORE (--mode core)
 *   npm run test:all     everything
 *   --mode rest          what `npm test` leaves out, for CI, which runs both
 */
export default defineConfig(({ mode }) => {
  const parts = {
    core: [...packages, node({ exclude: LONG }), ...readers, journeys("core", { include: [CORE] })],
    rest: [node({ include: LONG }), journeys("rest", { exclude: [...OF_CHECKS, ...ONLY_CORE] })],
  };
  return {
    plugins: [react()],
    test: {
      ...reports(),
      sequence: { sequencer: LongestFirst },
      projects: mode === "core" || mode === "rest" ? parts[mode] : [...packages, node(), ...readers, journeys("all")],
    },
  };
});

const packages = ["packages/*"];

const SETUP = ["tests/support/setup.ts", "tests/support/words.ts"];

const readers = [
  reader({
    name: "reader",
    include: ["tests/{reader,loading/{early,hydration}}/**/*.test.{ts,tsx}"],
    exclude: [...WITHOUT_PAGE, ...WITH_OWN_MODULES],
    isolate: false,
  }),
  // A window of its own takes as long to make as most files run.
  reader({ name: "reader-apart", include: WITH_OWN_MODULES, isolate: false, setupFiles: ["tests/support/ownModules.ts", ...SETUP] }),
];

type Test = TestProjectInlineConfiguration["test"];

function node(test: Test = {}): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: "node",
      environment: "node",
      setupFiles: ["tests/support/words.ts", "tests/support/properties.ts"],
      include: [
        "tests/!(reader|loading|e2e|engines|checks)/**/*.test.ts",
        "tests/loading/{chunks,styles}/**/*.test.ts",
        "tests/*.test.ts",
        ...WITHOUT_PAGE,
      ],
      maxWorkers: "100%",
      // These tests leave no state behind, and loading the same modules again for each file takes longer than running them.
      isolate: false,
      testTimeout: 30_000,
      ...test,
    },
  };
}

function reader(test: Test): TestProjectInlineConfiguration {
  return { extends: true, test: { environment: "jsdom", setupFiles: SETUP, maxWorkers: "100%", testTimeout: 30_000, ...test } };
}

function journeys(run: "core" | "rest" | "all", test: Test = {}): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: "e2e",
      environment: "node",
      include: ["tests/e2e/**/*.test.ts"],
      provide: { run },
      globalSetup: ["tests/support/buildSampleSite.ts"],
      // The files of a worker share one browser; each visit has a profile of its own.
      isolate: false,
      // Journeys mostly wait: three at a time keep two cores busy.
      maxWorkers: 3,
      // Vitest requires a group of its own for a project with another number of workers.
      sequence: { groupOrder: 1 },
      // On a busy machine a browser is occasionally too slow. A real fault fails twice.
      retry: 1,
      expect: { poll: { timeout: 10_000 } },
      testTimeout: 60_000,
      hookTimeout: 120_000,
      ...test,
    },
  };
}
