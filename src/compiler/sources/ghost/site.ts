/** In the place of the site's own address Ghost writes this (since version 4), and the readers' query parameters after it. */
const PLACEHOLDER = /__GHOST_URL__(?=\/)|__GHOST_URL__/gu;

/** Text in which the site's own addresses are paths from its root. */
export const withoutSite = (text: string): string =>
  text.replace(PLACEHOLDER, (match, offset: number) => (text.startsWith("/", offset + match.length) ? "" : "/"));
