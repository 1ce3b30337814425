import type { Article } from "#content/article.ts";
import type { Picture } from "#content/image.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import type { PictureFiles } from "#content/serviceWorker.ts";
import { dataFile, subjectPath } from "#content/paths.ts";
import { address, fileUrl } from "../../edition/address.ts";
import { picturesOf } from "#content/picturesOf.ts";
import { savesData } from "../../device/savesData.ts";
import { postToWorker } from "./startWorker.ts";

/** Keeps all pictures of a story or static page that was opened, and the pages of its topics. The page itself: keepOpened.ts. */
export async function keepVisited(page: Article | StaticPage): Promise<void> {
  if (savesData()) return;
  const { topics, corrections } = "path" in page ? NOTHING : page;
  await postToWorker({
    type: "visited",
    pages: [],
    data: topics.map(({ slug }) => full(address().data + dataFile(subjectPath("topic", slug)))),
    pictures: picturesOf({ image: page.image, body: page.body, corrections }).map(filesOf),
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

export const full = (url: string): string => new URL(url, location.href).href;
