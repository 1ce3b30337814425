/** One file of a picture or video: the name of its rendition, its address, its MIME type, and its area in pixels, 0 if unknown. */
export type Rendition = { name: string; href: string; type: string; area: number };

/** The largest rendition that browsers can show as a picture. */
export const largestPicture = (renditions: Rendition[]): Rendition | undefined => renditions.filter(isPicture).toSorted(byArea)[0];

export const isPicture = ({ href, type }: Rendition): boolean =>
  type === "" ? !/\.(?:mp4|mov|m4v|webm|mp3|m4a|wav|pdf|tiff?|eps|psd|ai|zip|xml|json|html?)(?:[?#]|$)/iu.test(href) : SHOWN.test(type);

const SHOWN = /^image\/(?:jpe?g|pjpeg|png|gif|webp|avif|svg\+xml)\b/u;

/** By size; if one has none, by name. */
const byArea = (a: Rendition, b: Rendition): number => (a.area > 0 && b.area > 0 ? b.area - a.area : rank(b) - rank(a) || b.area - a.area);

const rank = ({ name }: Rendition): number =>
  /orig|full|high|hires|main|base|large/iu.test(name)
    ? 3
    : /thumb|small|icon|mini/iu.test(name)
      ? 0
      : /preview|view|web|medium/iu.test(name)
        ? 2
        : 1;
