/** What Ghost writes in place of the site's own address, since version 4. */
const PLACEHOLDER = /__GHOST_URL__/gu;

/** The part of a path that marks a smaller copy made by Ghost; the original is at the path without it. */
const SIZED = /(\/content\/images\/)(?:size\/w\d+(?:h\d+)?\/)?(?:format\/\w+\/)?/gu;

/** Text in which the site's own addresses are paths from its root, and its pictures the originals. */
export const rootRelative = (text: string): string =>
  text.replace(PLACEHOLDER, (match, offset: number) => (text.startsWith("/", offset + match.length) ? "" : "/")).replace(SIZED, "$1");
