import { isRecord, type Raw, scalarText } from "../article/record.ts";
import { recordsIn } from "./lowered.ts";

/** One file of a picture or film. */
export type Rendition = { name: string; href: string; type: string; area: number };

/** The renditions of an item that have an address: since version 2 a list, before that an object of them. */
export function renditionsOf(item: Raw): Rendition[] {
  const held = item["renditions"];
  const entries: [string, unknown][] = isRecord(held)
    ? Object.entries(held)
    : recordsIn(item, "renditions").map((each): [string, unknown] => [scalarText(each["name"]), each]);
  return entries.flatMap(([name, each]) => {
    if (!isRecord(each)) return [];
    const href = scalarText(each["href"]).trim();
    const type = (scalarText(each["contenttype"]) || scalarText(each["mimetype"])).toLowerCase();
    const area = (Number(scalarText(each["width"])) || 0) * (Number(scalarText(each["height"])) || 0);
    return href === "" ? [] : [{ name: name.toLowerCase(), href, type, area }];
  });
}

/** The largest rendition that browsers show as a picture. */
export const largestPicture = (item: Raw): Rendition | undefined => renditionsOf(item).filter(isPicture).toSorted(byArea)[0];

export const isPicture = ({ href, type }: Rendition): boolean =>
  type === "" ? !/\.(?:mp4|mov|m4v|webm|mp3|m4a|wav|pdf|tiff?|eps|psd|ai|zip|xml|json|html?)(?:[?#]|$)/iu.test(href) : SHOWN.test(type);

const SHOWN = /^image\/(?:jpe?g|pjpeg|png|gif|webp|avif|svg\+xml)\b/u;

/** Where one has no size, its name tells. */
const byArea = (a: Rendition, b: Rendition): number => (a.area > 0 && b.area > 0 ? b.area - a.area : rank(b) - rank(a) || b.area - a.area);

const rank = ({ name }: Rendition): number =>
  /orig|full|high|hires|main|base|large/u.test(name)
    ? 3
    : /thumb|small|icon|mini/u.test(name)
      ? 0
      : /preview|view|web|medium/u.test(name)
        ? 2
        : 1;
