import { parseHTML } from "linkedom";
import type { Article } from "#content/article.ts";
import { prerender, type PrerenderOptions } from "./prerender.ts";
import { linked } from "./linked.ts";

const TEMPLATE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><!--head-->
<script type="module" crossorigin src="./assets/main-1.js"></script><link rel="modulepreload" href="./assets/chunk-1.js"><link rel="stylesheet" href="./assets/first-1.css"><link rel="stylesheet" href="./assets/style-1.css"></head>
<body><div id="root"><!--page--></div></body></html>`;

/** Every file that is written for these articles. */
export async function prerendered(articles: Article[], options: Partial<PrerenderOptions> = {}): Promise<Map<string, string>> {
  const { pages, edition } = linked(articles, { name: "The Paper", tagline: "All the news" });
  const written = new Map<string, string>();
  await prerender(pages, {
    template: TEMPLATE,
    styles: { first: "", rest: "p{margin:0}table{border:0}" },
    fonts: ["assets/text-core-1.woff2"],
    filesOf: (modules) => modules.map((module) => `assets/${module.split("/").at(-1)}.js`),
    site: { url: "https://example.org/", base: "/", data: "/data/" },
    edition,
    redirects: [],
    write: (file, html) => written.set(file, html),
    ...options,
  });
  return written;
}

/** One of these files as a browser without JavaScript shows it. */
export async function prerenderedPage(file: string, articles: Article[], options: Partial<PrerenderOptions> = {}): Promise<Document> {
  const html = (await prerendered(articles, options)).get(file);
  if (html === undefined) throw new Error(`There is no ${file}.`);
  return parseHTML(html).document;
}
