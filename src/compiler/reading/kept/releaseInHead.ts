import { instantOf } from "../../text/instantOf.ts";
import { bothReleases, type Inherited, type Release, releaseOf } from "../../draft/release/release.ts";
import { isGroup } from "../../draft/release/releaseFields.ts";
import { tierNamed } from "../../settings/memberSettings.ts";
import type { Settings } from "../../settings/settings.ts";
import { extensionOf } from "../../text/fileName.ts";
import { decode } from "../../text/decode.ts";
import { isKnown } from "../markdown/fieldNames.ts";
import { ownFields } from "../markdown/ownFields.ts";

/** In characters: the part of a text without a closing fence that is taken for its head. */
const LONGEST_HEAD = 4096;

/**
 * What a file that cannot be parsed says about its release, line by line: a story must not stay public because the
 * fault is above the line that withdraws it. JSON is searched as a whole, since its fields may follow the text.
 */
export function releaseInHead(bytes: Uint8Array, path: string, settings: Settings, inherited: Inherited[]): Release {
  const text = plainSigns(decode(bytes).text);
  const head = extensionOf(path) === "json" ? text : headOf(text);
  const found = [...inLines(head), ...inJson(head)];
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of found) (fields[name] ??= []).push(value);
  const { timeZone } = settings;
  const date = ownFields(fields, settings.url).from.get("datePublished") ?? "";
  const isReadable = fields[date]?.every((written) => instantOf(written, timeZone) !== undefined) ?? false;
  const unknown = Object.keys(fields).filter((name) => !isKnown(name));
  const { members } = settings;
  // A field comes as the list of its values.
  const tierOf = members && ((value: unknown) => (Array.isArray(value) && value.length === 1 ? tierNamed(members, value[0]) : undefined));
  const given = { timeZone, dateField: isReadable ? undefined : date, unknown, file: path, tierOf };
  // What other files say is asked apart: a field of this file that cannot be read does not overrule them.
  return bothReleases(releaseOf(fields, given), releaseOf({}, { ...given, inherited }));
}

/**
 * Without signs that nobody sees, and with spaces and quotation marks that a parser knows. NUL is in UTF-16 without a byte order mark,
 * and in a file that a full disk has cut off.
 */
const plainSigns = (text: string): string =>
  text
    .replace(/[\0\u00AD\u200B-\u200D\u2060\uFEFF]/gu, "")
    .replace(/[^\S\n\t]/gu, " ")
    .replace(/[“”„]/gu, '"')
    .replace(/[‘’]/gu, "'");

/** Up to the last fence in the first characters, or else to the first one at all; of a merge that was not finished, in each version. */
function headOf(text: string): string {
  if (/^>{7} /mu.test(text))
    return text
      .split(/^(?:<{7} .*|={7}|>{7} .*)\n/mu)
      .map(oneHead)
      .join("\n");
  return oneHead(text);
}

function oneHead(text: string): string {
  const fences = [...text.matchAll(/^(?:-{3,}|\+{3}|\.{3})[ \t]*$/gmu)].map(({ index }) => index).filter((index) => index > 0);
  const end = fences.findLast((index) => index <= LONGEST_HEAD) ?? fences[0];
  return text.slice(0, end ?? Math.max(LONGEST_HEAD, text.search(/(?<=\S)\n[ \t]*\n/u)));
}

/** Fields on lines of their own, also without a colon ("draft true") or with another sign. Nested ones count in groups, such as `params`. */
function inLines(head: string): [name: string, value: string][] {
  const FIELD =
    /^([ \t]*)(?:-[ \t]+)?["']?([A-Za-z][\w.-]*)["']?(?:[ \t]*[:=：;][ \t]*|[ \t]+(?=(?:true|yes|draft|private|\d{4}-\d\S*)[ \t]*$))(.*)$/iu;
  const lines = head.split("\n");
  const above: { indent: number; name: string }[] = [];
  return lines.flatMap((line, at): [string, string][] => {
    const [, space = "", name = "", written = ""] = FIELD.exec(line) ?? [];
    if (name === "") return [];
    const indent = space.length;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const isNested = indent > 1 && above.some((each) => !isGroup(each.name));
    // Nothing is below a field that has its value on its line: the indentation is the fault.
    if (/^(?:$|[[{|>&!#])/u.test(written)) above.push({ indent, name });
    const [, below = ""] = /^[ \t]+(?:-[ \t]*)?([^:=]*)$/u.exec(lines[at + 1] ?? "") ?? [];
    return isNested ? [] : [[name, plain(written) || plain(below)]];
  });
}

/** Fields in quotation marks, or in braces on one line. */
function inJson(text: string): [name: string, value: string][] {
  const quoted = text.matchAll(/["']([A-Za-z][\w.-]*)["']\s*[:=]\s*("(?:[^"\\\n]|\\.)*"?|[^\s,}\]]*)/gu);
  const braced = [...text.matchAll(/\{([^{}\n"]*)/gu)].flatMap(([, inner = ""]) => [
    ...inner.matchAll(/(?:^|,)\s*([A-Za-z][\w.-]*)\s*[:=]\s*([^,]*)/gu),
  ]);
  return [...quoted, ...braced].map(([, name = "", value = ""]): [string, string] => [name, plain(value)]);
}

/** A value without its comment, quotation marks and brackets. */
const plain = (value: string): string => value.replace(/(?:^|\s)#.*$/u, "").replace(/^[\s"'[]+|[\s"',;\]]+$/gu, "");
