/** What Ghost writes in the place of the site's own address, since version 4. */
const PLACEHOLDER = /__GHOST_URL__/gu;

/** A smaller copy of a picture that Ghost made; the original lies at the same path without it. */
const SIZED = /(\/content\/images\/)(?:size\/w\d+(?:h\d+)?\/)?(?:format\/\w+\/)?/gu;

/** Text in which the site's own addresses are paths from its root, and its pictures the originals. */
export const withoutSite = (text: string): string =>
  text.replace(PLACEHOLDER, (match, offset: number) => (text.startsWith("/", offset + match.length) ? "" : "/")).replace(SIZED, "$1");
