import type { XmlElement } from "../../xml/xmlElement.ts";

/** Whether an element is WordPress's own, in any version, by its namespace or at least by its prefix. */
const isWordPress = ({ name, namespace }: XmlElement): boolean =>
  namespace === "" || namespace.startsWith("http://wordpress.org/export/") || name.startsWith("wp:");

/** The children that are WordPress's own, such as wp:postmeta, by their name without a prefix. */
export const wpChildren = (element: XmlElement, local: string): XmlElement[] =>
  element.children.filter((each) => each.local === local && isWordPress(each));

/** The text of a field without surrounding space; "" if there is none. */
export const field = (element: XmlElement, local: string): string => wpChildren(element, local)[0]?.text.trim() ?? "";

/** The text or the excerpt, which have the same name in two namespaces. */
export function encoded(element: XmlElement, kind: "content" | "excerpt"): string {
  const found = element.children.find(
    (each) => each.local === "encoded" && (each.name.startsWith(`${kind}:`) || each.namespace.includes(`/${kind}/`)),
  );
  return found?.text ?? "";
}

export const creator = (element: XmlElement): string => element.children.find(({ local }) => local === "creator")?.text.trim() ?? "";

/** A custom field: the first value with that name that is not empty. */
export function meta(element: XmlElement, key: string): string {
  for (const each of wpChildren(element, "postmeta")) {
    if (field(each, "meta_key") === key && field(each, "meta_value") !== "") return field(each, "meta_value");
  }
  return "";
}

export const metas = (element: XmlElement, key: string): string[] =>
  wpChildren(element, "postmeta")
    .filter((each) => field(each, "meta_key") === key)
    .map((each) => field(each, "meta_value"))
    .filter((value) => value !== "");
