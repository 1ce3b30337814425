/** The address of a link by name in a draft, until the name is resolved. No page has such an address. */
export const wikiAddress = (name: string): string => `/[[${encodeURIComponent(name.trim().replace(/\.(?:mdx?|markdown)$/iu, ""))}]]`;

/** The name in the address of a link by name; undefined for any other link, or if it cannot be decoded. */
export function wikiName(url: string): string | undefined {
  const [, name] = /^\/\[\[(.*)\]\](?:#.*)?$/su.exec(url) ?? [];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
