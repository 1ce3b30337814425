import type { XmlElement } from "../../xml/xmlElement.ts";
import { kid, kids, wordsOf } from "../elements.ts";

/** The last part of what a property points to: "usable" of `qcode="stat:usable"` and of `uri="…/pubstatusg2/usable"`; "" for nothing. */
export function codeOf(element: XmlElement | undefined): string {
  const { qcode = "", uri = "", literal = "" } = element?.attributes ?? {};
  const code =
    qcode === ""
      ? uri
          .replace(/[/#]+$/u, "")
          .split(/[/#]/u)
          .at(-1)
      : qcode.slice(qcode.indexOf(":") + 1);
  return (code || literal).trim();
}

/** Names of concepts that an item gives in `assert`, by their qcode, address or literal. */
export type Names = Map<string, string>;

export function assertedNames(item: XmlElement, language: string): Names {
  const named = kids(item, "assert").flatMap((assert) => keysOf(assert).map((key): [string, string] => [key, nameIn(assert, language)]));
  return new Map(named.filter(([, name]) => name !== ""));
}

const keysOf = ({ attributes }: XmlElement): string[] => ["qcode", "uri", "literal"].flatMap((key) => attributes[key] ?? []);

/** The name of a concept for people: its own, else the asserted one, else a literal that is words and no code. */
export function conceptName(element: XmlElement, names: Names, language: string): string {
  const own = nameIn(element, language);
  const asserted = keysOf(element).flatMap((key) => names.get(key) ?? [])[0];
  const literal = element.attributes["literal"] ?? "";
  const name = own || (asserted ?? (/\p{L}{3}/u.test(literal) && !/[\d_:]/u.test(literal) ? literal.trim() : ""));
  return name.includes("@") ? "" : name;
}

/** In the language of the item, else the first that there is. */
function nameIn(element: XmlElement, language: string): string {
  const all = kids(element, "name").filter((name) => wordsOf(name) !== "");
  const short = language.toLowerCase().split("-")[0] ?? "";
  const own = all.find(({ attributes }) => short !== "" && (attributes["xml:lang"] ?? "").toLowerCase().startsWith(short));
  return wordsOf(own ?? all[0] ?? kid(element, "name"));
}
