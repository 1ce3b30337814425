import { xmlTags } from "./xmlTags.ts";

/** The kind of feed by its first element: "rss", "feed" (Atom) or "rdf"; undefined for any other file. */
export function rootOf(text: string): "rss" | "feed" | "rdf" | undefined {
  const [first] = xmlTags(text.slice(0, LATEST));
  const name = first?.name.slice(first.name.indexOf(":") + 1);
  return name === "rss" || name === "feed" || name === "rdf" ? name : undefined;
}

/** In characters: room for comments and declarations before the first element. */
const LATEST = 60_000;
