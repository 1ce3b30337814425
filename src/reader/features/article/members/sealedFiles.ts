import { readBase64url } from "#content/base64url.ts";
import type { Block } from "#content/blocks/block.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import type { Image } from "#content/image.ts";
import type { ClosedPart, SealedFile } from "#content/members/closedPart.ts";
import { type Bytes, unseal } from "#content/members/sealing.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import { fileUrl } from "../../../edition/address.ts";
import { fileKept, keepFile } from "./room.ts";

/** A sealed file, from the device or else from the site. @throws if it does not load */
export async function sealedBytes(url: string, slug: string): Promise<Bytes> {
  const kept = await fileKept(url);
  if (kept) return kept;
  const response = await fetchInTime(fileUrl(url));
  if (!response.ok) throw new Error(`${url} did not load: ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  await keepFile(url, slug, bytes);
  return bytes;
}

/** The closed part of a story, with the addresses of its files that are decrypted in this page, by those that the part has. */
export class OpenPart {
  readonly #slug: string;
  readonly #part: ClosedPart;
  readonly #addresses = new Map<string, string>();
  /** Recordings are large, and nobody may want to hear them: they are left out until they are asked for. */
  #hasSounds: boolean;

  constructor(slug: string, part: ClosedPart) {
    this.#slug = slug;
    this.#part = part;
    this.#hasSounds = this.#addressesIn(this.#sounds()).length === 0;
  }

  get lacksSounds(): boolean {
    return !this.#hasSounds;
  }

  /** Its fields as they can be shown now. A picture that is not decrypted yet keeps its place. */
  fields(): ClosedPart["article"] {
    const { body, audio, ...others } = this.#part.article;
    const block = (each: Block) => (this.#hasSounds || !this.#isSealedSound(each) ? each : undefined);
    const fields = {
      ...others,
      body: mapBlocks(body, { image: (image) => this.#shown(image), block }),
      // The sentences of a narration come from the site or not at all.
      audio: audio && { ...audio, sentences: this.#isSealed(audio.sentences) ? undefined : audio.sentences },
    };
    const shown = this.#hasSounds || !this.#isSealed(audio?.url) ? fields : { ...fields, audio: undefined };
    return JSON.parse(JSON.stringify(shown), (_, value: unknown) =>
      typeof value === "string" ? (this.#addresses.get(value) ?? value) : value,
    );
  }

  /** Decrypts its pictures; one that does not load is left blank. @returns whether it has any */
  async loadPictures(): Promise<boolean> {
    const wanted = this.#pictures();
    await Promise.all(Array.from(wanted, ([url, file]) => this.#load(url, file).catch(() => {})));
    return wanted.size > 0;
  }

  /** Decrypts its recordings. @throws if one does not load */
  async loadSounds(): Promise<void> {
    const { files } = this.#part;
    await Promise.all(
      this.#addressesIn(this.#sounds()).map(async (url) => {
        const file = files[url];
        if (file) await this.#load(url, file);
      }),
    );
    this.#hasSounds = true;
  }

  async #load(url: string, { url: sealed, key, type }: SealedFile): Promise<void> {
    const bytes = await unseal(readBase64url(key) ?? new Uint8Array(), await sealedBytes(sealed, this.#slug));
    this.#addresses.set(url, URL.createObjectURL(new Blob([bytes], { type })));
  }

  #isSealed = (url: string | undefined): boolean => url !== undefined && Object.hasOwn(this.#part.files, url);

  #isSealedSound = (block: Block): boolean => (block.type === "audio" || block.type === "video") && this.#isSealed(block.url);

  #sounds(): unknown[] {
    const { body, audio } = this.#part.article;
    const sounds: Block[] = [];
    visitBlocks(body, { block: (each) => void (this.#isSealedSound(each) && sounds.push(each)) });
    return [audio && { ...audio, sentences: undefined }, ...sounds];
  }

  /** The addresses of sealed files in a value. */
  #addressesIn(value: unknown): string[] {
    const found = new Set<string>();
    JSON.stringify(value, (_, each: unknown) => {
      if (typeof each === "string" && this.#isSealed(each)) found.add(each);
      return each;
    });
    return [...found];
  }

  #shown({ card, ...image }: Image): Image {
    const isOpen = !this.#isSealed(image.url) && image.sources.every(({ url }) => !this.#isSealed(url));
    if (isOpen) return { ...image, card };
    return { ...image, sources: [], url: this.#addresses.get(image.url) ?? blank() };
  }

  /** The file to decrypt for each picture, by the picture's own address: the smallest that is sharp here, of the type that its author's site prefers. */
  #pictures(): Map<string, SealedFile> {
    const { article, files } = this.#part;
    const found = new Map<string, SealedFile>();
    const pixels = Math.min(innerWidth, WIDEST) * devicePixelRatio;
    mapBlocks(article.body, {
      image: (image) => {
        const [first] = image.sources;
        const sized = image.sources.filter(({ url, type }) => type === first?.type && this.#isSealed(url));
        const ordered = sized.toSorted((a, b) => a.width - b.width);
        const source = ordered.find(({ width }) => width >= pixels) ?? ordered.at(-1);
        const file = files[source?.url ?? image.url];
        if (file) found.set(image.url, file);
        return image;
      },
    });
    return found;
  }
}

/** In CSS pixels: no picture in a text is drawn wider. */
const WIDEST = 1100;

let empty: string | undefined;

/** Stands for a picture that is not decrypted yet: its width and height keep the place. */
function blank(): string {
  empty ??= URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: "image/svg+xml" }));
  return empty;
}
