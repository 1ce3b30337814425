import type { Problem } from "./draft/problem.ts";
import { join } from "node:path";
import type { Edition } from "#content/edition.ts";
import { reportDeadLinks } from "./deadLinks.ts";
import { link } from "./link/link.ts";
import type { Page } from "./link/page.ts";
import { fillPictures } from "./pictures/fillPictures.ts";
import { makePictures } from "./pictures/makePictures.ts";
import { readSettings } from "./readSettings.ts";
import { refine } from "./refine/refine.ts";
import type { Settings } from "./settings.ts";
import { readDrafts, type Skipped } from "./sources/readDrafts.ts";
import { type Outcome, Output } from "./write/output.ts";
import type { Progress } from "./write/progress.ts";
import { type Site, siteAt } from "./write/site.ts";
import { type Printed, writeSite } from "./write/writeSite.ts";
import { writeSearch } from "./writeSearch.ts";

export type CompileOptions = {
  /** The folder of the archive, with or without an edition.json. */
  content: string;
  /** The folder of the site; need not exist. */
  out: string;
  /** The public address, in place of the one in edition.json. */
  url?: string | undefined;
  /** The path below which the site lies on its host; without one, the path of its address. */
  base?: string | undefined;
  /** Where readers load JSON from, in place of what edition.json says. */
  data?: string | undefined;
  /** False for those who only look: pictures stay as they are, which saves most of the time of a first build. */
  encode?: boolean;
  /** The folder in which work is kept for the next build. */
  cache?: string;
  onProgress?: Progress;
  /** Writes what is not the compiler's, such as HTML, into the same output, before files of the previous build are removed. */
  andThen?: (built: Built, output: Output) => void | Promise<void>;
};

/** What was built. `pages` are made anew each time they are gone through, one at a time: do not put them into an array. */
export type Built = Printed & { settings: Settings; site: Site; edition: Edition; pages: Iterable<Page> };

/** What came of a build. Articles read are always those published and skipped together. Without valid settings nothing is built. */
export type Compiled = {
  problems: Problem[];
  counts: { read: number; published: number; skipped: Skipped[] };
  built?: Built & { files: Outcome };
};

/** In the content folder. It may be deleted at any time. */
const CACHE = ".broadsheet";

const NO_ARTICLE =
  "There is no article in this folder, and the paper is empty. Put Markdown files with front matter or article JSON into it, or name another folder with --content.";

/** The whole pipeline: an archive in, the files of an edition out. Bad input comes back as problems; only bugs and disks throw. */
export async function compile({
  content,
  out,
  url,
  base,
  data,
  encode = true,
  cache,
  onProgress = () => {},
  andThen,
}: CompileOptions): Promise<Compiled> {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);

  const given = await readSettings(content);
  if ("problems" in given) return { problems: given.problems, counts: { read: 0, published: 0, skipped: [] } };
  const settings = { ...given.settings, ...(url !== undefined && { url }), ...(data !== undefined && { data }) };
  const site = siteAt(settings.url, base);

  const {
    drafts,
    read,
    skipped,
    pictures: found,
  } = await readDrafts(content, settings, report, (done, total) => onProgress("Articles", done, total));
  if (read === 0) report({ severity: "warning", file: ".", message: NO_ARTICLE });
  const leads = new Set(drafts.flatMap(({ image }) => image?.url ?? []));
  const made = await makePictures(found, { settings, cache: cache ?? join(content, CACHE), encode, leads }, (done, total) =>
    onProgress("Pictures", done, total),
  );
  const refined = refine(fillPictures(drafts, made.pictures, report), settings, report);
  const linked = link(refined.articles, settings);

  const output = new Output(out);
  const pictures = [...made.pictures.values()].flatMap((one) => ("files" in one ? one.files : []));
  const printed = await writeSite({ linked, pictures, settings, site }, output, report, onProgress);
  made.close();
  writeSearch(linked.stories, settings, output);
  const built = { settings, site, edition: linked.edition, pages: linked.pages, ...printed };
  await andThen?.(built, output);

  const edition = { content, fileOf: refined.fileOf, site, hasAddress: settings.url !== undefined };
  reportDeadLinks(refined.articles, (file) => output.has(file), edition, report);

  const counts = { read, published: refined.articles.length, skipped: [...skipped, ...refined.skipped] };
  return { problems, counts, built: { ...built, files: output.finish() } };
}
