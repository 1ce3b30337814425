/** How a link by name stands in a draft, until it is known what has the name. No page has such an address. */
export const wikiAddress = (name: string): string => `/[[${encodeURIComponent(name.trim().replace(/\.(?:mdx?|markdown)$/iu, ""))}]]`;

/** The name that a link by name wants; undefined for any other link, such as one that somebody wrote in this form. */
export function wikiName(url: string): string | undefined {
  const [, name] = /^\/\[\[(.*)\]\](?:#.*)?$/su.exec(url) ?? [];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
