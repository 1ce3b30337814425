import { pictureWords } from "../body/pictures.ts";
import type { Draft } from "../draft/draft.ts";
import type { Problem, Report } from "../draft/problem.ts";
import { mapInlineLinks, mapLinks } from "../refine/mapLinks.ts";
import type { Block } from "#content/block.ts";
import type { Image } from "#content/image.ts";
import type { Filled, Said, StoryMemory } from "../state/StoryMemory.ts";
import type { Pictures } from "./makePictures.ts";

/**
 * Drafts with each picture as the edition has it. One that turned out to be
 * broken is reported, and its words stand in its place.
 */
export function fillPictures(drafts: Draft[], pictures: Pictures, report: Report, memory?: StoryMemory): Draft[] {
  const told = new Set<string>();
  const tell = ({ once, problem }: Said): void => {
    if (once === undefined || !told.has(once)) report(problem);
    if (once !== undefined) told.add(once);
  };
  const known = (url: string): unknown => {
    const made = pictures.get(url);
    return made && "picture" in made ? [made.picture, made.largest, made.held] : made;
  };
  return drafts.map((draft) => {
    const { said, ...fields } = memory?.filled(draft, known, () => filled(draft, pictures)) ?? filled(draft, pictures);
    for (const one of said) tell(one);
    // Not a copy: the body may lie on the disk.
    return Object.assign(draft, fields);
  });
}

function filled(draft: Draft, pictures: Pictures): Filled {
  const { file } = draft;
  const said: Said[] = [];
  const report = (problem: Problem, once?: string): void => void said.push({ problem, ...(once !== undefined && { once }) });
  const wordless = new Set<string>();
  const show = (image: Image): Image | undefined => {
    const made = pictures.get(image.url);
    if (made === undefined) return image;
    const name = nameOf(image.url);
    if ("reason" in made) {
      report({ severity: "warning", file, message: `The picture ${name} ${made.reason}; its words stand in its place.` });
      return undefined;
    }
    if (made.held !== undefined)
      report({ severity: "notice", file, message: `The drawing ${name} held ${made.held}, which was taken out of it.` }, image.url);
    if (image.alt === "") wordless.add(name);
    const { width: _width, height: _height, sources: _sources, ...words } = image;
    return { ...words, ...made.picture };
  };
  const toFile = (url: string): string => {
    const made = pictures.get(url);
    return made && "picture" in made ? made.largest : url;
  };
  const image = draft.image && show(draft.image);
  const body = mapLinks(inBlocks(draft.body, show), toFile);
  if (wordless.size > 0 && draft.held === undefined) report(withoutWords(file, [...wordless]));
  return { image: image?.caption ? { ...image, caption: mapInlineLinks(image.caption, toFile) } : image, body, said };
}

type Show = (image: Image) => Image | undefined;

function inBlocks(blocks: Block[], show: Show): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case "figure": {
        const image = show(block.image);
        return image ? [{ ...block, image }] : wordsOf(block.image);
      }
      case "gallery": {
        const shown = block.images.map((image) => ({ image, to: show(image) }));
        const images = shown.flatMap(({ to }) => to ?? []);
        const words = shown.flatMap(({ image, to }) => (to ? [] : wordsOf(image)));
        return images.length > 0 ? [{ ...block, images }, ...words] : words;
      }
      case "list":
        return [{ ...block, items: block.items.map((item) => inBlocks(item, show)) }];
      case "quote":
      case "note":
        return [{ ...block, children: inBlocks(block.children, show) }];
      default:
        return [block];
    }
  });
}

/** Its caption and its credit, or what it shows. */
function wordsOf({ alt, caption = [], credit }: Image): Block[] {
  const credited = credit === undefined || caption.length === 0 ? caption : [...caption, { type: "text" as const, text: ` ${credit}` }];
  return pictureWords(undefined, alt, credited);
}

const nameOf = (url: string): string => url.replace(/^.*\//u, "").replace(/-[0-9a-f]{8}(\.\w+)$/u, "$1");

function withoutWords(file: string, names: string[]) {
  const [first = ""] = names;
  const which =
    names.length === 1
      ? `The picture ${first} has`
      : `${names.length} pictures (${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}) have`;
  return { severity: "warning" as const, file, message: `${which} no words (alt) for those who cannot see what is shown.` };
}
