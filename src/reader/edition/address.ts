/**
 * Where this edition lives: the base path of the site ("/" or "/paper/"), the address its JSON is loaded from, and
 * the prefix of its pages where the site has editions in several languages ("/nl"). The first two end with a slash.
 */
export type Address = { base: string; data: string; prefix?: string };

let current: Required<Address> = { base: "/", data: "/data/", prefix: "" };

/** Said before the first render: by the browser's entry from the page's meta tags, by the prerenderer from its options. */
export function setAddress({ base, data, prefix = "" }: Address): void {
  current = { base: withSlash(base), data: withSlash(data), prefix };
}

export function address(): Required<Address> {
  return current;
}

/** The address that the JSON of the site's main edition is loaded from, below which that of the others lies. */
export function siteData(): string {
  return current.data.slice(0, current.data.length - current.prefix.length);
}

/** A file of the site ("/pictures/x.svg"), or a path in it, as this page's address of it. Full addresses stay as they are. */
export function fileUrl(path: string): string {
  return path.startsWith("/") ? current.base + path.slice(1) : path;
}

/** A page of the edition as this page's address of it: see inSite in content/paths.ts, which the page's first script does without. */
export function pageUrl(path: string): string {
  return fileUrl(current.prefix && path === "/" ? current.prefix : current.prefix + path);
}

/** What the router takes off the address of a page: without a slash at its end where that is the address of a front page. */
export function basenameOf({ base, prefix = "" }: Address): string {
  return base + prefix.slice(1);
}

/** What the page says of its address in its own head. */
export function addressOfPage(document: Document): Address {
  const say = (name: string, fallback: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="broadsheet-${name}"]`)?.content || fallback;
  const base = say("base", "/");
  return { base, data: say("data", `${base}data/`), prefix: say("prefix", "") };
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
