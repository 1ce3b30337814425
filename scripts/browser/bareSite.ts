import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Article } from "../../src/content/article.ts";
import type { Picture } from "../../src/content/image.ts";
import { ArticlePageSchema } from "../../src/content/articlePage.ts";
import { FrontPageSchema } from "../../src/content/frontPage.ts";
import { ListPageSchema } from "../../src/content/listPage.ts";
import { parse } from "../../src/content/parse.ts";
import { plainText } from "../../src/content/plainText.ts";
import type { Pages } from "./pages.ts";

const STYLES =
  "body{margin:0 auto;max-width:42rem;padding:1rem;font:1.1rem/1.5 Georgia,serif}img{max-width:100%;height:auto}h1{line-height:1.1}";

/**
 * The pages that are measured, with less in them than what site generators put out:
 * bare HTML with a few rules of style in it, system fonts, no script. It is measured
 * in the same run, because the speed of a machine is its own.
 * @param site an edition that was built; its JSON and pictures are used
 */
export function writeBareSite(site: string, pages: Pages, out: string): void {
  const data = (path: string): unknown => JSON.parse(readFileSync(join(site, "data", `${path}.json`), "utf8"));
  if (existsSync(join(site, "pictures"))) cpSync(join(site, "pictures"), join(out, "pictures"), { recursive: true });
  const { lead, also, top, longRead, latest, sections } = parse(FrontPageSchema, data("front"), "front page");
  const firsts = [lead, ...also, ...top, longRead].filter((story) => story !== undefined);
  write(out, "index", "The Benchmark", list([...firsts, ...latest, ...sections.flatMap((desk) => desk.teasers)], true));
  const topic = parse(ListPageSchema, data(pages.topic), "list");
  const teasers = topic.days.flatMap((day) => day.teasers);
  write(out, pages.topic, topic.name, list(teasers, false));
  for (const path of [pages.article, pages.withPicture, ...teasers.map(({ slug }) => `/article/${slug}`)]) {
    const { article } = parse(ArticlePageSchema, data(path), "article");
    write(out, path, article.headline, story(article));
  }
}

function write(out: string, path: string, title: string, body: string): void {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLES}</style><body><h1>${title}</h1>${body}`;
  const file = join(out, `${path}.html`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
  writeFileSync(`${file}.br`, brotliCompressSync(html));
}

type Story = { slug: string; headline: string; standfirst?: string | undefined; image?: Picture | undefined };

/** The first story of a front page has its picture large, all others small. */
function list(stories: Story[], isFront: boolean): string {
  return stories
    .map(({ slug, headline, standfirst = "", image }, place) => {
      const shown = isFront && place === 0 ? picture(image, "100vw") : picture(image, "96px", ' width="96" height="60" loading="lazy"');
      return `<h2><a href="/article/${slug}">${headline}</a></h2>${shown}<p>${standfirst}</p>`;
    })
    .join("");
}

function story({ image, body, topics, standfirst = "" }: Article): string {
  const links = topics.map(({ slug, name }) => `<a href="/topic/${slug}">${name}</a> `).join("");
  const paragraphs = plainText(body)
    .split("\n")
    .map((text) => `<p>${text}</p>`);
  return `<p>${standfirst}</p>${picture(image, "100vw")}${paragraphs.join("")}<p>${links}</p>`;
}

function picture(image: Picture | undefined, sizes: string, size = ` width="${image?.width}" height="${image?.height}"`): string {
  if (image === undefined) return "";
  const sources = image.sources.map(({ url, width }) => `${url} ${width}w`).join();
  return `<img src="${image.url}" srcset="${sources}" sizes="${sizes}"${size} alt="">`;
}
