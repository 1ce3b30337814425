/** A program that makes sites of files, and the file by which it was recognised. */
export type SiteBuilder = { name: string; file: string };

/** Files that only one program has, and for a name that several have, a folder that tells them apart. */
const BUILDERS: { name: string; file: RegExp; folder?: RegExp }[] = [
  { name: "Hugo", file: /(?:^|\/)(?:hugo|config\/_default\/(?:hugo|config))\.(?:toml|ya?ml|json)$/u },
  { name: "Hugo", file: /^config\.(?:toml|ya?ml|json)$/u, folder: /^archetypes\//u },
  { name: "Zola", file: /^config\.toml$/u, folder: /^(?:templates|content)\//u },
  { name: "Hexo", file: /(?:^|\/)_config\.ya?ml$/u, folder: /(?:^|\/)source\/_posts\//u },
  { name: "Jekyll", file: /(?:^|\/)_config\.ya?ml$/u, folder: /(?:^|\/)_posts\//u },
  { name: "Pelican", file: /(?:^|\/)pelicanconf\.py$/u },
  { name: "Nikola", file: /^conf\.py$/u },
  { name: "Eleventy", file: /(?:^|\/)(?:eleventy\.config|\.eleventy)\.[cm]?[jt]s$/u },
  { name: "Astro", file: /(?:^|\/)astro\.config\.[cm]?[jt]s$/u },
  { name: "Docusaurus", file: /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/u },
  { name: "Gatsby", file: /(?:^|\/)gatsby-config\.[cm]?[jt]s$/u },
  { name: "Next.js", file: /(?:^|\/)next\.config\.[cm]?[jt]s$/u },
];

/** The program whose site a folder is, as far as its files show. @param paths of all files of the folder */
export function siteBuilder(paths: string[]): SiteBuilder | undefined {
  for (const { name, file, folder } of BUILDERS) {
    const found = paths.find((path) => file.test(path));
    if (found !== undefined && (folder === undefined || paths.some((path) => folder.test(path)))) return { name, file: found };
  }
  return undefined;
}
