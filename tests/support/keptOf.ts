import type { Command } from "commander";
import { filesIn } from "./temporaryFolder.ts";

/** What docs/stability.md says that later versions keep of a site, as far as its files show it. */
export function keptOf(site: string) {
  const files = filesIn(site);
  const textOf = (file: string): string => files.get(file) ?? "";
  const all = [...files.keys()].filter((file) => !/^(?:data\/search|pictures)\//u.test(file)).toSorted();
  const feeds = all.filter((file) => /(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/u.test(file));
  const articles = all.filter((file) => file.startsWith("data/article/"));
  return {
    addresses: found(textOf("sitemap.xml"), /<loc>([^<]*)/gu),
    redirects: textOf("_redirects").split("\n").filter(Boolean),
    files: all,
    feeds: Object.fromEntries(feeds.map((file) => [file, found(textOf(file), /<guid[^>]*>([^<]*)|<id>([^<]*)|"id": ?"([^"]*)/gu)])),
    articles: Object.fromEntries(articles.map((file): [string, unknown] => [file, articleIn(textOf(file))])),
  };
}

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((groups) => groups.slice(1).find(Boolean) ?? "");

/** The article alone: what a page shows beside it belongs to the reader, which is built with it. */
function articleIn(text: string): unknown {
  const { article }: { article: unknown } = JSON.parse(text);
  return article;
}

/** The commands with their options. */
export function optionsOf({ commands }: Pick<Command, "commands">): Record<string, string[]> {
  return Object.fromEntries(commands.map((command) => [command.name(), command.options.flatMap(({ long }) => long ?? [])]));
}
