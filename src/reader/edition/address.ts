/** Where this edition lives: its base path ("/" or "/paper/"), and the address its JSON is loaded from. Both end with a slash. */
export type Address = { base: string; data: string };

let current: Address = { base: "/", data: "/data/" };

/** Said once, before the first render: by the browser's entry from the page's meta tags, by the prerenderer from its options. */
export function setAddress(address: Address): void {
  current = { base: withSlash(address.base), data: withSlash(address.data) };
}

export function address(): Address {
  return current;
}

/** A file of the edition ("/pictures/x.svg") as this page's address of it. Full addresses stay as they are. */
export function fileUrl(path: string): string {
  return path.startsWith("/") ? current.base + path.slice(1) : path;
}

/** What the page says of its address in its own head. */
export function addressOfPage(document: Document): Address {
  const say = (name: string, fallback: string) =>
    document.querySelector<HTMLMetaElement>(`meta[name="broadsheet-${name}"]`)?.content || fallback;
  const base = say("base", "/");
  return { base, data: say("data", `${base}data/`) };
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}
