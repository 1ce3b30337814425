import type { Picture } from "#content/image.ts";
import type { PictureFile } from "../../draft/pictures.ts";
import type { SiteFile } from "../../output/siteFile.ts";
import type { Encoded, Entry } from "./entry.ts";
import { filesOf } from "./pictureCache.ts";

/** A picture as the edition publishes it. */
export type Made = {
  picture: Picture;
  files: SiteFile[];
  /** What was taken out of a drawing, in words. */
  held?: string | undefined;
};

/** The files made from a picture under their published names: the picture's own, with a part of the key, which changes with the bytes. */
export function madeOf(file: PictureFile, key: string, entry: Entry, pathOf: (file: string) => string): Made {
  const base = `${file.url.replace(/-[0-9a-f]+\.\w+$/u, "")}-${key.slice(0, 8)}`;
  const urlOf = (name: string) => (name === "drawing.svg" ? `${base}.svg` : `${base}-${name}`);
  const at = ({ file: name, width, height }: Encoded) => ({ url: urlOf(name), width, height });
  const { plain, sources, card, held } = entry;
  return {
    picture: {
      ...at(plain),
      sources: sources.map(({ file: name, width, type }) => ({ url: urlOf(name), width, type })),
      ...(card && { card: at(card) }),
    },
    files: filesOf(entry).map((name) => ({ url: urlOf(name), from: pathOf(name) })),
    held,
  };
}

/** A picture for builds that encode nothing: the original file, or the sanitised drawing. */
export function unencoded({ url, width, height, from }: PictureFile, drawing?: { svg: string; held?: string | undefined }): Made {
  return {
    picture: { url, width, height, sources: [] },
    files: [drawing ? { url, bytes: Buffer.from(drawing.svg) } : { url, from }],
    held: drawing?.held,
  };
}
