import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareChromium } from "./chromium.ts";
import { broadsheet, install } from "./installation.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a package built from the current sources. */
    installation: string;
    /** The folder of the sample edition, built by it. */
    sampleSite: string;
    /** The same with accounts, served by a separate server, see `accountPaper.ts`. */
    accountsSite: string;
  }
  interface TaskMeta {
    /** A measurement of a test, in words, for the list of checks (`npm run checks`). */
    figure?: string;
  }
}

/** Where CI keeps them, since it runs the core, the rest and the engines one after another. */
const KEPT = process.env["TEST_SITES"];

let folder = "";

/**
 * Builds the reader and the sample edition, with and without accounts, once for all journeys. It never uses the result of an
 * earlier run, unless TEST_SITES names a folder for it.
 */
export async function setup(project: TestProject): Promise<void> {
  prepareChromium();
  folder = KEPT ?? (await mkdtemp(join(tmpdir(), "broadsheet-e2e-")));
  const installation = join(folder, "package");
  const [sampleSite, accountsSite] = [join(folder, "site"), join(folder, "accounts")];
  // A site appears when it is complete.
  if (!existsSync(accountsSite)) {
    await rm(folder, { recursive: true, force: true });
    await install(installation);
    await broadsheet(installation, "build", "--content", "content", "--out", sampleSite);
    // The tests in all engines are about readers without an account.
    if (project.name !== "engines")
      await broadsheet(installation, "build", "--content", "content", "--accounts", "--no-compress", "--out", accountsSite);
  }
  project.provide("installation", installation);
  project.provide("sampleSite", sampleSite);
  project.provide("accountsSite", accountsSite);
}

export async function teardown(): Promise<void> {
  if (KEPT === undefined) await rm(folder, { recursive: true, force: true });
}
