/**
 * Where this edition is: the base path of the site ("/" or "/paper/"), the address its JSON is loaded from, and
 * the prefix of its pages where the site has editions in several languages ("/nl"). The first two end with a slash.
 */
export type Address = { base: string; data: string; prefix?: string };

let current: Required<Address> = { base: "/", data: "/data/", prefix: "" };

/** Called before the first render: by the browser's entry with the page's meta tags, by the prerenderer with its options. */
export function setAddress({ base, data, prefix = "" }: Address): void {
  current = { base: withSlash(base), data: withSlash(data), prefix };
}

export function address(): Required<Address> {
  return current;
}

/** The address that the JSON of the site's main edition is loaded from. That of the other editions is below it. */
export function siteData(): string {
  return current.data.slice(0, current.data.length - current.prefix.length);
}

/** The address, on this page, of a file or path of the site ("/pictures/x.svg"). Full addresses stay as they are. */
export function fileUrl(path: string): string {
  return path.startsWith("/") ? current.base + path.slice(1) : path;
}

/** The address, on this page, of a page of the edition. Like inSite in content/paths.ts, which the page's first script does not load. */
export function pageUrl(path: string): string {
  return fileUrl(current.prefix && path === "/" ? current.prefix : current.prefix + path);
}

/** The basename of the router. That of an edition with a prefix has no slash at its end, like the address of its front page. */
export function basenameOf({ base, prefix = "" }: Address): string {
  return base + prefix.slice(1);
}

/** The address that a page declares in its head. */
export function addressOfPage(document: Document): Address {
  const metaContent = (name: string, fallback: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="broadsheet-${name}"]`)?.content || fallback;
  const base = metaContent("base", "/");
  return { base, data: metaContent("data", `${base}data/`), prefix: metaContent("prefix", "") };
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
