import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import * as v from "valibot";
import { stringify } from "yaml";
import { adminConfig } from "#compiler/features/admin/adminConfig.ts";
import { THREADS_FILE } from "#compiler/features/threads/readThreads.ts";
import { settingsFiles } from "#compiler/settings/settingsFile.ts";
import { JsonSchemaSchema } from "#compiler/features/admin/schemaFields.ts";
import type { Paper } from "#compiler/compile.ts";
import type { Ref } from "#content/article.ts";
import { slug } from "#content/slug.ts";
import type { Problem } from "#compiler/draft/problem.ts";
import type { Output } from "#compiler/output/output.ts";
import type { SiteFile } from "#compiler/output/siteFile.ts";
import { globSync } from "tinyglobby";
import { packageFolder } from "#compiler/settings/packageFolder.ts";
import { adminPage } from "./adminPage.ts";
import { installRemedy } from "#compiler/text/optionalPackage.ts";

const PACKAGE = "@sveltia/cms";

/** What a desk needs beyond the settings: the module of the CMS, and the path of the content folder in its repository. */
type Desk = { cms: string; folder: string };

/**
 * What the desk of an edition needs, or the problem that prevents it: the site is then built without a desk.
 * @param content the content folder
 * @param tool the folder of this package; the CMS may be installed beside it
 */
export function findDesk(content: string, { admin }: Paper["settings"], tool = packageFolder()): Desk | { problem: Problem } | undefined {
  if (admin === undefined) return undefined;
  const cms = installed([content, tool]);
  if (cms === undefined)
    return problem("admin", `The desk at /admin needs the package ${PACKAGE}, which is not installed.`, installRemedy(PACKAGE));
  const folder = admin.folder?.replace(/\/+$/u, "") ?? folderInRepository(content);
  if (folder !== undefined) return { cms, folder };
  return problem(
    "admin",
    "No .git is above this folder, so the desk cannot tell where its files lie in the repository.",
    'Name the folder as "folder", such as "content"; "" is the repository itself.',
  );
}

/**
 * The files of an edition's desk: its page, the CMS, and the forms. Empty if it has no desk or a problem prevents one.
 * @param styles the reader's style sheets, below the base, for the preview
 */
export async function deskFiles(
  { settings, site, edition, threadQuestions }: Paper,
  content: string,
  styles: string[],
): Promise<{ files: SiteFile[]; problem?: Problem }> {
  const { admin, name, url, timeZone } = settings;
  const desk = findDesk(content, settings);
  if (admin === undefined || desk === undefined) return { files: [] };
  if ("problem" in desk) return { files: [], problem: desk.problem };
  // Imported late, since it loads Vite, which takes a while.
  const { deskBundle } = await import("./deskBundle.ts");
  const bundle = await deskBundle(desk.cms, join(content, ".broadsheet", "desk"));
  const { base } = site;
  const schemas = { edition: schemaOf("edition"), front: schemaOf("front"), threads: schemaOf("threads") };
  const named = (file: string) => settingsFiles(content, file)[0] ?? file;
  const files = { edition: named("edition.json"), front: named("front.json"), threads: named(THREADS_FILE) };
  const sections = sectionsOf(settings, edition);
  const parts = { name, admin, folder: desk.folder, url, base, schemas, settingsFiles: files, sections, timeZone, threadQuestions };
  const made = {
    "admin.html": adminPage({ name, base, styles }, admin),
    "admin/config.yml": stringify(adminConfig(parts), { aliasDuplicateObjects: false }),
  };
  return {
    files: [
      ...Object.entries(made).map(([file, text]) => ({ url: `/${file}`, bytes: Buffer.from(text) })),
      ...globSync("**/*", { cwd: bundle })
        .toSorted()
        .map((file) => ({ url: `/admin/${file}`, from: join(bundle, file) })),
    ],
  };
}

/** Writes the desk of an edition into its site, if it has one. */
export async function writeDesk(
  paper: Paper,
  content: string,
  styles: string[],
  output: Pick<Output, "write" | "copy" | "has">,
  report: (problem: Problem) => void,
): Promise<void> {
  const { files, problem: found } = await deskFiles(paper, content, styles);
  const taken = files.find(({ url }) => output.has(url.slice(1)));
  if (found) return report(found);
  if (taken) return report(problem("admin", "A story has the old address /admin, so there is no desk.", "Remove it from oldUrls.").problem);
  for (const { url, ...file } of files) {
    if ("from" in file) output.copy(url.slice(1), file.from);
    else output.write(url.slice(1), Buffer.from(file.bytes));
  }
}

const schemaOf = (name: string) =>
  v.parse(JsonSchemaSchema, JSON.parse(readFileSync(join(packageFolder(), "schemas", `${name}.schema.json`), "utf8")));

/** The sections of the settings, then those that only stories name. */
function sectionsOf(settings: Paper["settings"], edition: Paper["edition"]): Ref[] {
  const named = settings.sections.map(({ name, slug: given }) => ({ name, slug: given ?? slug(name) }));
  return [...new Map([...named, ...edition.sections].map((section) => [section.slug, section])).values()];
}

const problem = (place: string, message: string, remedy: string): { problem: Problem } => ({
  problem: { severity: "error", file: "edition.json", place, message, remedy },
});

/** The module of the CMS, resolved from the first of these folders that has it. */
function installed(folders: string[]): string | undefined {
  for (const folder of folders) {
    try {
      return createRequire(join(resolve(folder), "package.json")).resolve(PACKAGE);
    } catch {
      // Not installed there; the next folder may have it.
    }
  }
  return undefined;
}

/** The path from the nearest folder with a .git (a file in a worktree), separated by "/". */
function folderInRepository(content: string): string | undefined {
  const from = realpathSync(content);
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return relative(folder, from).split(sep).join("/");
    if (dirname(folder) === folder) return undefined;
  }
}
