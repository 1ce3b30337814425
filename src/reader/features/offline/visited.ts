import type { Article } from "#content/article.ts";
import type { Picture } from "#content/image.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import type { PictureFiles } from "#content/serviceWorker.ts";
import { articlePath, dataFile, editionFile, frontFile, subjectPath } from "#content/paths.ts";
import { address, fileUrl } from "../../edition/address.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { savesData } from "../../device/savesData.ts";
import { pageOrigin } from "../../device/pageOrigin.ts";
import { tellWorker } from "./worker.ts";

/**
 * Keeps a story or static page that was opened: its file, its pictures, and the pages
 * it leads to, which are the front page and its topics. On a first visit its HTML was
 * loaded before there was a worker, so that is fetched too.
 */
export async function keepVisited(page: Article | StaticPage): Promise<void> {
  const { path, topics, corrections } = "path" in page ? { ...NOTHING, path: page.path } : { ...page, path: articlePath(page.slug) };
  const ownFile = dataFile(path);
  const around = savesData() ? [] : [frontFile, ...topics.map(({ slug }) => dataFile(subjectPath("topic", slug)))];
  await tellWorker({
    type: "visited",
    pages: pageOrigin(document) === "network" ? [location.href.replace(/[?#].*$/u, "")] : [],
    data: [editionFile, ownFile, ...around].map((file) => full(address().data + file)),
    pictures: savesData() ? [] : picturesOf({ image: page.image, body: page.body, corrections }).map(filesOf),
  });
}

const NOTHING: Pick<Article, "topics" | "corrections"> = { topics: [], corrections: [] };

/** The file that the page shows, otherwise the one that fits this screen. It stands in for the others. */
export function filesOf(picture: Picture): PictureFiles {
  const wanted = Math.min(innerWidth * devicePixelRatio, 1280);
  const sources = picture.sources.toSorted((a, b) => a.width - b.width);
  const fit = sources.find(({ width }) => width >= wanted) ?? sources.at(-1) ?? picture;
  const all = [picture, ...sources].map((file) => full(fileUrl(file.url)));
  const shown = Array.from(document.images, ({ currentSrc }) => currentSrc);
  const url = all.find((file) => shown.includes(file)) ?? full(fileUrl(fit.url));
  return { url, others: [...new Set(all)].filter((file) => file !== url) };
}

function full(url: string): string {
  return new URL(url, location.href).href;
}
