import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slug as slugOf } from "#content/slug.ts";
import type { Draft } from "../draft/draft.ts";
import { fileName } from "../text/fileName.ts";

/** A program that makes sites of files, and the file by which it was recognised. */
export type SiteBuilder = { name: string; file: string };

/** The files of each program. Posts of Hexo lie deeper than those of Jekyll, and Zola's settings have a name that Hugo's may have too. */
const BUILDERS: { name: string; file: RegExp; isOf?: (text: string) => boolean }[] = [
  { name: "Hexo", file: /(?:^|\/)source\/_posts\//iu },
  { name: "Pelican", file: /(?:^|\/)pelicanconf\.py$/u },
  { name: "Eleventy", file: /(?:^|\/)(?:(?:eleventy\.config|\.eleventy)\.[cm]?[jt]s|[^/]+\.11tydata\.(?:json|[cm]?js))$/u },
  { name: "Astro", file: /(?:^|\/)astro\.config\.[cm]?[jt]s$/u },
  { name: "Docusaurus", file: /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/u },
  { name: "Gatsby", file: /(?:^|\/)gatsby-config\.[cm]?[jt]s$/u },
  { name: "Next.js", file: /(?:^|\/)next\.config\.[cm]?[jt]s$/u },
  { name: "Jekyll", file: /(?:^|\/)_config\.ya?ml$/iu },
  { name: "Jekyll", file: /(?:^|\/)_posts\//iu },
  { name: "Nikola", file: /^conf\.py$/u },
  { name: "Zola", file: /^config\.toml$/iu, isOf: (text) => /\bbase_url\b/u.test(text) },
  { name: "Hugo", file: /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/iu, isOf: (text) => !/\bbase_url\b/u.test(text) },
];

/** The program whose site a folder is, as far as its files show. @param paths of all files of the folder */
export function siteBuilder(root: string, paths: string[]): SiteBuilder | undefined {
  // Names that begin with a dot are not among the paths.
  const all = [...paths, ...readdirSync(root).filter((name) => name.startsWith("."))];
  for (const { name, file, isOf } of BUILDERS) {
    const found = all.find((path) => file.test(path) && (isOf?.(readFileSync(join(root, path), "utf8")) ?? true));
    if (found !== undefined) return { name, file: found };
  }
  return undefined;
}

/** Whether a file, or a folder with "/" behind its name, is one by which a program is recognised. */
export const isOfBuilder = (path: string): boolean => BUILDERS.some(({ file }) => file.test(path));

/** The address that a program gives a story whose fields name none, unless its file alone tells: see oldUrls.ts. */
export function addressBy(builder: SiteBuilder | undefined, { file, slug, headline, oldUrls }: Draft): string[] {
  if (oldUrls.length > 0) return [];
  const named = fileName(file).slug;
  // Pelican makes a slug of the title, unless a field gives one, which may be the name of the file.
  if (builder?.name === "Pelican")
    return [...(slug === named && headline ? [slugOf(headline)] : []), slug ?? named].map((name) => `/${name}.html`);
  if (builder?.name !== "Eleventy") return [];
  const folder = /^(?:(?:src|content|site)\/)?(.*\/)?[^/]+$/u.exec(file)?.[1] ?? "";
  return [named === "index" || /\/index\.\w+$/u.test(file) ? `/${folder}` : `/${folder}${named}/`];
}
