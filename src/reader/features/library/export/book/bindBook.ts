import { storyPath } from "#content/edition/alternates.ts";
import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Book, BookPicture } from "#content/book/book.ts";
import { makeEpub } from "#content/book/makeEpub.ts";
import type { Image } from "#content/image.ts";
import { fileUrl } from "../../../../edition/address.ts";
import { picturesOf } from "#content/picturesOf.ts";

type Binding = Pick<Book, "contents" | "credit"> & {
  edition: Edition;
  /** What is in the book, in a few words: "3 stories". */
  what: string;
};

/** @returns an e-book of stories with their pictures, as the bytes of its file */
export async function bindBook(stories: readonly Article[], { edition, what, ...others }: Binding): Promise<Uint8Array> {
  return makeEpub({
    ...others,
    resolve,
    pathOf: (story) => storyPath(story, edition.editions),
    id: `${resolve("/")}#${stories.map(({ slug }) => slug).join(",")}`,
    title: `${edition.name}: ${what}`,
    publisher: edition.name,
    language: edition.language,
    direction: edition.direction,
    modified: new Date(),
    stories,
    pictures: await gatherPictures(stories),
    cover: await coverOf().catch(() => undefined),
  });
}

const resolve = (url: string): string => new URL(fileUrl(url), location.href).href;

/** The paper's icon. */
async function coverOf(): Promise<BookPicture | undefined> {
  const response = await fetch(fileUrl("/icon-512.png"));
  return response.ok ? { file: "cover.png", type: "image/png", bytes: new Uint8Array(await response.arrayBuffer()) } : undefined;
}

/** The largest width that a picture in a book needs, in pixels. */
const WIDE = 1200;

/** Fetches the pictures of stories, from the device if they are kept there. Those that do not load are left out. */
async function gatherPictures(stories: readonly Article[]): Promise<Map<Image["url"], BookPicture>> {
  const pictures = new Map<Image["url"], BookPicture>();
  for (const image of stories.flatMap(picturesOf)) {
    if (pictures.has(image.url)) continue;
    const picture = await bookPicture(image, pictures.size + 1).catch(() => undefined);
    if (picture) pictures.set(image.url, picture);
  }
  return pictures;
}

/** A picture as a JPEG: not every reading system shows WebP, AVIF or SVG. */
async function bookPicture(image: Image, number: number): Promise<BookPicture> {
  const response = await fetch(fileUrl((image.card ?? image).url));
  if (!response.ok) throw new Error(`The server answered ${response.status} for a picture.`);
  const bitmap = await createImageBitmap(await response.blob());
  const scale = Math.min(1, WIDE / bitmap.width);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.82));
  if (!jpeg) throw new Error("The picture cannot be encoded.");
  return { file: `picture-${number}.jpg`, type: "image/jpeg", bytes: new Uint8Array(await jpeg.arrayBuffer()) };
}
