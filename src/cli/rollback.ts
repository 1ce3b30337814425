import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { compile } from "#compiler/compile.ts";
import { readPublishedFiles, SOURCES } from "#compiler/state/sourceList.ts";
import { readFileList } from "#compiler/output/diskFiles.ts";
import { MANIFEST } from "#compiler/output/previousSite.ts";
import { decodedAddress } from "#content/decoded.ts";
import { StaticPageSchema } from "#content/pages/staticPage.ts";
import { pageOfData, storyAt } from "#content/paths.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { CliError } from "./CliError.ts";
import { requireFolder, type SiteOptions } from "./options.ts";
import { bringBack, isRolledBack, noteRollback, previousFiles } from "./stage/previousFiles.ts";
import { withLease } from "./stage/siteLease.ts";
import { placesOf } from "./stage/sitePlaces.ts";
import { stageSite } from "./stage/stagedSite.ts";
import { sayOnScreen } from "./terminal/printable.ts";

type Options = Pick<SiteOptions, "content" | "out" | "future" | "wait">;

/**
 * Turns a site back into what it was before the last build that changed it.
 * @throws CliError if nothing is kept, or if a story of that site must not be public now: its words are in lists, feeds and the
 *   search of that site too, so that only a build can leave it out
 */
export async function rollback({ content, out, future, wait = true }: Options): Promise<void> {
  requireFolder(content);
  await withLease(out, { waits: wait, say: sayOnScreen }, async (check) => {
    const places = placesOf(out);
    const files = previousFiles(places);
    if (files === undefined) throw new CliError(`Nothing is kept of what ${out} was before, so it cannot be rolled back.`);
    if (isRolledBack(places)) throw new CliError(`${out} has been rolled back already. The next build undoes that.`);
    refuse(await withheldNow({ files, site: places.site }, { content, future }));
    const bring = ({ folder }: { folder: string }): Promise<void> => Promise.resolve(bringBack(files, folder));
    await stageSite(out, bring, () => true, sayOnScreen, check);
    noteRollback(places);
    sayOnScreen(
      `${out} is as it was before the last build. The next build undoes this: correct first what was wrong, and stop what builds by a timer.`,
    );
  });
}

function refuse(withheld: string[]): void {
  if (withheld.length === 0) return;
  const which = withheld.length > SHOWN ? [...withheld.slice(0, SHOWN), `${withheld.length - SHOWN} more`] : withheld;
  throw new CliError(
    `The site was not rolled back, because it would publish again what has been withdrawn, has expired or is withheld: ${which.join(", ")}. Correct what was wrong, and build.`,
  );
}

/** How many addresses are listed. */
const SHOWN = 20;

/**
 * The addresses of the stories, posts and pages that a former site has and that a build would not publish now.
 * @param files what the last build replaced; the rest of the former site is in the site
 */
async function withheldNow(
  { files, site }: { files: string; site: string },
  { content, future }: { content: string; future: true | undefined },
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-rollback-"));
  const out = join(folder, "site");
  const placeIn = (places: string[], file: string): string =>
    places.map((place) => join(place, file)).find((path) => existsSync(path)) ?? "";
  const former = (file: string): string => placeIn([files, site], file);
  const now = (file: string): string => placeIn([out, site], file);
  try {
    // Of a file that cannot be parsed, what the site has of it stays public: see decision 048.
    const state = { folder: join(folder, "state"), version: "" };
    const { built } = await compile({ content, out, site, state, encode: false, future, drawerOf });
    if (!built)
      throw new CliError("The settings cannot be read, so that nobody knows what may be public. Correct them first: see `check`.");
    const publicNow = new Set(readFileList(now(MANIFEST)));
    const sources = sourcesIn(now(SOURCES));
    // A story that only has another address now may be public at its former one too.
    const moved = new Set([...sourcesIn(former(SOURCES))].flatMap(([file, { at }]) => (sources.has(file) ? at.map(decodedAddress) : [])));
    const pages = readFileList(former(MANIFEST)).filter((file) => file.startsWith("data/") && file.endsWith(".json"));
    const closed = built.settings.members ? pages.filter((file) => isClosed(now(file)) && !isClosed(former(file))) : [];
    const withheld = pages
      .filter((file) => !publicNow.has(file))
      .filter((file) => storyAt(pageOfData(file) ?? "") || isPage(former(file)))
      .filter((file) => !moved.has(pathOf(file)));
    return [...withheld, ...closed].map(pathOf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pathOf = (file: string): string => file.slice("data".length, -".json".length);

const sourcesIn = (path: string) => readPublishedFiles(existsSync(path) ? readFileSync(path, "utf8") : undefined);

/** Whether a file is the data of a story that only members may read. */
function isClosed(path: string): boolean {
  return path !== "" && /\/article\/[^/]+\.json$/u.test(path) && v.is(ClosedStorySchema, JSON.parse(readFileSync(path, "utf8")));
}

const ClosedStorySchema = v.object({ article: v.object({ members: v.object({}) }) });

/** Whether a file is the data of a page of the paper, such as "About". */
function isPage(path: string): boolean {
  return path !== "" && v.is(StaticPageSchema, JSON.parse(readFileSync(path, "utf8")));
}
