import type { XmlElement } from "../../xml/xmlElement.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";

/** The last part of a property's code or address: "usable" for `qcode="stat:usable"` and for `uri="…/pubstatusg2/usable"`; "" if none. */
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

/** The names of concepts that an item gives in `assert`, by qcode, address or literal. */
export type Names = Map<string, string>;

export function assertedNames(item: XmlElement, language: string): Names {
  const named = childrenNamed(item, "assert").flatMap((assert) =>
    keysOf(assert).map((key): [string, string] => [key, nameIn(assert, language)]),
  );
  return new Map(named.filter(([, name]) => name !== ""));
}

const keysOf = ({ attributes }: XmlElement): string[] => ["qcode", "uri", "literal"].flatMap((key) => attributes[key] ?? []);

/** The readable name of a concept: its own, else the asserted one, else a literal that is words rather than a code. */
export function conceptName(element: XmlElement, names: Names, language: string): string {
  const own = nameIn(element, language);
  const asserted = keysOf(element).flatMap((key) => names.get(key) ?? [])[0];
  const literal = element.attributes["literal"] ?? "";
  const name = own || (asserted ?? (/\p{L}{3}/u.test(literal) && !/[\d_:]/u.test(literal) ? literal.trim() : ""));
  return name.includes("@") ? "" : name;
}

/** The name in the language of the item, else the first. */
function nameIn(element: XmlElement, language: string): string {
  const all = childrenNamed(element, "name").filter((name) => wordsOf(name) !== "");
  const short = language.toLowerCase().split("-")[0] ?? "";
  const own = all.find(({ attributes }) => short !== "" && (attributes["xml:lang"] ?? "").toLowerCase().startsWith(short));
  return wordsOf(own ?? all[0] ?? childAt(element, "name"));
}
