import type { Source } from "../source.ts";

/** Markdown with front matter, as Broadsheet's own editions, Jekyll, Eleventy, Hugo and Astro have it. */
export const markdownSource: Source = {
  name: "Markdown",
  extensions: ["md", "markdown"],
  reads: ({ path }) => /\.(?:md|markdown)$/iu.test(path),
  read: async (file, context) => {
    // What reads YAML, TOML, Markdown and HTML takes long to load, and most later builds have no file for it.
    const { readMarkdown } = await import("./readMarkdown.ts");
    return readMarkdown(file, context);
  },
};
