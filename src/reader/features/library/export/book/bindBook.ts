import type { Article } from "#content/article.ts";
import type { Edition } from "#content/edition.ts";
import type { Book } from "./book.ts";
import { gatherPictures } from "./gatherPictures.ts";
import { makeEpub } from "./makeEpub.ts";

type Binding = Pick<Book, "contents" | "resolve" | "credit"> & {
  edition: Edition;
  /** What is bound, in a few words: "3 stories". */
  what: string;
};

/** @returns an e-book of stories with their pictures, as the bytes of its file */
export async function bindBook(stories: readonly Article[], { edition, what, ...others }: Binding): Promise<Uint8Array> {
  return makeEpub({
    ...others,
    id: `${others.resolve("/")}#${stories.map(({ slug }) => slug).join(",")}`,
    title: `${edition.name}: ${what}`,
    publisher: edition.name,
    language: edition.language,
    direction: edition.direction,
    modified: new Date(),
    stories,
    pictures: await gatherPictures(stories),
  });
}
