import { pictureWords } from "../../body/pictureBlock.ts";
import type { Draft } from "../../draft/draft.ts";
import type { Problem, Report } from "../../draft/problem.ts";
import { mapImageLinks, mapLinks } from "../../body/mapLinks.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Image } from "#content/image.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { digest } from "../../state/digest.ts";
import type { Filled, MediaReport, StoryMemory } from "../../state/StoryMemory.ts";
import { fillRecording, withDuration } from "../recordings/fillRecording.ts";
import type { MeasuredRecordings } from "../recordings/measureRecordings.ts";
import type { Pictures } from "./makePictures.ts";

/** What was made of the pictures and recordings that stories show. */
type Files = { pictures: Pictures; recordings: MeasuredRecordings };

/**
 * Replaces the pictures and recordings of drafts by the files made from them. A picture that turned
 * out to be broken is reported and replaced by its text.
 */
export function fillPictures<T extends Draft>(drafts: T[], files: Files, report: Report, memory?: StoryMemory): T[] {
  const reported = new Set<string>();
  const reportOnce = ({ once, problem }: MediaReport): void => {
    if (once === undefined || !reported.has(once)) report(problem);
    if (once !== undefined) reported.add(once);
  };
  const known = digestsOf(files);
  for (const draft of drafts) {
    // The draft is changed in place: its body may be on disk, and a copy would read it.
    const said = memory?.fill(draft, known, () => filled(draft, files)) ?? fill(draft, files);
    for (const message of said) reportOnce(message);
    draft.image = draft.image && imageOf(draft.image, files.pictures);
    if (draft.sponsor?.logo) draft.sponsor = { ...draft.sponsor, logo: shown(draft.sponsor.logo, files.pictures) };
    if (draft.page?.item) draft.page = { ...draft.page, item: withPictures(draft.page.item, files.pictures) };
    draft.audio = draft.audio && { ...draft.audio, ...withDuration(draft.audio, files.recordings) };
  }
  return drafts;
}

/** The values of an item, with the pictures among them that can be shown. */
function withPictures({ collection, values }: Item, pictures: Pictures): Item {
  const all = Object.entries(values).flatMap(([name, value]): [string, Item["values"][string]][] => {
    const isPicture = typeof value === "object" && !Array.isArray(value);
    const made = isPicture ? shown(value, pictures) : value;
    return made === undefined ? [] : [[name, made]];
  });
  return { collection, values: Object.fromEntries(all) };
}

type Item = NonNullable<NonNullable<Draft["page"]>["item"]>;

function fill(draft: Draft, files: Files): MediaReport[] {
  const { body, said } = filled(draft, files);
  draft.body = body;
  return said;
}

/** Gives the digest of what was made of pictures and recordings. Many stories show the same ones or none, so each list is digested once. */
function digestsOf({ pictures, recordings }: Files): (urls: string[]) => string {
  const all = new Map<string, string>();
  const madeOf = (url: string): unknown => {
    const made = pictures.get(url);
    return made && "picture" in made ? [made.picture, made.held] : (made ?? recordings.get(url));
  };
  return (urls) => {
    const key = urls.join("\n");
    const known = all.get(key) ?? digest(JSON.stringify(urls.map(madeOf)));
    all.set(key, known);
    return known;
  };
}

function filled(draft: Draft, { pictures, recordings }: Files): Filled {
  const { file } = draft;
  const said: MediaReport[] = [];
  const report = (problem: Problem, once?: string): void => void said.push({ problem, ...(once !== undefined && { once }) });
  const wordless = new Set<string>();
  const show = (image: Image): Image | undefined => {
    const made = pictures.get(image.url);
    const name = nameOf(image.url);
    if (made && "reason" in made)
      report({
        severity: "warning",
        file,
        about: name.replace(/\.\w+$/u, ""),
        message: `The picture ${name} ${made.reason}; its words are shown instead.`,
        remedy: "Save it again from the original.",
      });
    if (made && "picture" in made && made.held !== undefined)
      report(
        {
          severity: "notice",
          file,
          about: name.replace(/\.\w+$/u, ""),
          message: `The drawing ${name} held ${made.held}, which was taken out of it.`,
        },
        image.url,
      );
    if (made && "picture" in made && image.alt === "") wordless.add(name);
    return shown(image, pictures);
  };
  if (draft.image) show(draft.image);
  const block = (each: Block): Block => {
    if (each.type === "audio" || each.type === "video") reportBroken(each.url, recordings, file, report);
    return fillRecording(each, recordings, toFile(pictures));
  };
  if (draft.audio) reportBroken(draft.audio.url, recordings, file, report);
  const body = mapLinks(mapBlocks(draft.body, { image: show, instead: wordsOf, block }), toFile(pictures));
  if (wordless.size > 0) report(withoutWords(file, [...wordless]));
  return { body, said };
}

function imageOf(lead: Image, pictures: Pictures): Image | undefined {
  const image = shown(lead, pictures);
  return image && mapImageLinks(image, toFile(pictures));
}

/** @returns undefined for a picture that cannot be shown */
function shown(image: Image, pictures: Pictures): Image | undefined {
  const made = pictures.get(image.url);
  if (made === undefined) return image;
  if ("reason" in made) return undefined;
  const { width: _width, height: _height, sources: _sources, ...words } = image;
  return { ...words, ...made.picture };
}

/** A link to a picture leads to the file that every browser shows. */
function toFile(pictures: Pictures): (url: string) => string {
  return (url) => {
    const made = pictures.get(url);
    return made && "picture" in made ? made.picture.url : url;
  };
}

/** The caption and credit of a picture, or else its alternative text. */
function wordsOf({ alt, caption = [], credit }: Image): Block[] {
  const credited = credit === undefined || caption.length === 0 ? caption : [...caption, { type: "text" as const, text: ` ${credit}` }];
  return pictureWords(undefined, alt, credited);
}

function reportBroken(url: string, recordings: MeasuredRecordings, file: string, report: Report): void {
  const measured = recordings.get(url);
  if (!measured || !("reason" in measured)) return;
  const message = `The recording ${nameOf(url)} ${measured.reason}; its length is not shown.`;
  report({ severity: "warning", file, message, remedy: measured.remedy });
}

const nameOf = (url: string): string => url.replace(/^.*\//u, "").replace(/-[0-9a-f]{8}(\.\w+)$/u, "$1");

function withoutWords(file: string, names: string[]) {
  const [first = ""] = names;
  const which =
    names.length === 1
      ? `The picture ${first} has`
      : `${names.length} pictures (${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}) have`;
  const message = `${which} no alternative text (alt) for readers who cannot see what is shown.`;
  return {
    severity: "warning" as const,
    file,
    about: first.replace(/\.\w+$/u, ""),
    message,
    remedy: 'Say in a few words what it shows: ![A crane in flight](crane.jpg), or alt: "A crane in flight".',
  };
}
