import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Types, parseFragment, serialize } from "parse5";
import type { OriginDirective, Slot, SlotName } from "#content/slots.ts";
import { below, type Site } from "#content/site.ts";
import { decodedAddress } from "#content/decoded.ts";
import { nearestName } from "../../text/nearestName.ts";
import type { Report } from "../../draft/problem.ts";
import type { Settings } from "../../settings/settings.ts";
import { digest } from "../../state/digest.ts";

export type SlotContext = {
  name: SlotName;
  /** Its path in the content folder. */
  file: string;
  origins: NonNullable<Settings["origins"]>;
  site: Site;
  /** The folder of the paper's own files that slots may load. */
  public: string;
};

export type Checked = { slot: Pick<Slot, "html" | "hosts">; files: { file: string; bytes: Uint8Array }[] };

/** What is wrong with an element, and the remedy. */
type Fault = { message: string; remedy: string; nearest?: string | undefined };

/** The elements that load something, each with the attribute that names it and the directive that must allow it. */
const LOADS: Record<string, { attribute: string; directive: OriginDirective }> = {
  script: { attribute: "src", directive: "script-src" },
  iframe: { attribute: "src", directive: "frame-src" },
  form: { attribute: "action", directive: "form-action" },
  img: { attribute: "src", directive: "img-src" },
};

/** The elements that a paper may add to the head, which already has everything else. */
const IN_HEAD = ["meta", "link", "script"];

/**
 * Checks a slot's HTML and prepares it for pages: the paper's files get names with a hash, and
 * anything that the Content-Security-Policy would block is a fault.
 * @returns undefined for a slot with faults, which are reported
 */
export function checkSlot(html: string, context: SlotContext, report: Report): Checked | undefined {
  const { file } = context;
  const faults: (Fault & { line: number })[] = [];
  const fragment = parseFragment(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push({ line: startLine, message: `is not valid HTML (${code})`, remedy: "Correct it." }),
  });
  const checked: Checked = { slot: { html: "", hosts: [] }, files: [] };
  for (const element of elementsIn(fragment)) {
    const line = element.sourceCodeLocation?.startLine ?? 1;
    for (const fault of [...faultsOf(element, context), ...resolveAddress(element, context, checked)]) faults.push({ ...fault, line });
  }
  for (const { line, message, ...more } of faults)
    report({
      severity: "warning",
      file,
      place: `line ${line}`,
      message: `The slot ${context.name} ${message}, so its place stays empty.`,
      ...withoutNothing(more),
    });
  return faults.length > 0
    ? undefined
    : { ...checked, slot: { html: serialize(fragment).trim(), hosts: [...new Set(checked.slot.hosts)] } };
}

const withoutNothing = ({ remedy, nearest }: { remedy: string; nearest?: string | undefined }) => ({
  remedy,
  ...(nearest !== undefined && { nearest }),
});

function elementsIn(node: Types.ParentNode): Types.Element[] {
  return node.childNodes.flatMap((child) => {
    if (!tree.isElementNode(child)) return [];
    return [child, ...elementsIn("content" in child ? child.content : child), ...("content" in child ? elementsIn(child) : [])];
  });
}

const valueOf = ({ attrs }: Types.Element, name: string): string | undefined => attrs.find((attr) => attr.name === name)?.value;

function faultsOf(element: Types.Element, { name }: SlotContext): Fault[] {
  const { tagName, attrs } = element;
  const faults: Fault[] = [];
  const isData = /json/u.test(valueOf(element, "type") ?? "");
  if (tagName === "script" && valueOf(element, "src") === undefined && !isData)
    faults.push({
      message: "has a script in its text, which pages do not run",
      remedy: 'Put it into a file in the folder public, and load that: <script src="/file.js"></script>.',
    });
  if (tagName === "style" || attrs.some((attr) => attr.name === "style"))
    faults.push({
      message: "has styles of its own, which pages do not apply",
      remedy: "Give it a class, and put the rules into theme/custom.css.",
    });
  const handler = attrs.find((attr) => /^on/iu.test(attr.name));
  if (handler)
    faults.push({
      message: `has ${handler.name}, which pages do not run`,
      remedy: "Listen to the event in a script of the folder public.",
    });
  if (attrs.some(({ value }) => /^\s*javascript:/iu.test(value)))
    faults.push({ message: "has a javascript: address", remedy: "Link to a page instead." });
  if (name === "head" && (!IN_HEAD.includes(tagName) || valueOf(element, "http-equiv") !== undefined))
    faults.push({
      message: `has <${tagName}>, which is not allowed there`,
      remedy: `There may be ${IN_HEAD.join(", ")}, and no http-equiv.`,
    });
  if (name !== "head" && /^(?:base|meta|title|html|head|body|link)$/u.test(tagName))
    faults.push({ message: `has <${tagName}>, which belongs in the head`, remedy: "Put it into slots/head.html." });
  return faults;
}

/** Checks where an element loads from, and replaces the address of a file of the paper by its published one. */
function resolveAddress(element: Types.Element, context: SlotContext, checked: Checked): Fault[] {
  const load = LOADS[element.tagName];
  const written = load && element.attrs.find((attr) => attr.name === load.attribute);
  if (!load || !written) return [];
  const url = URL.parse(written.value, "https://own.invalid/");
  if (url === null) return [{ message: `names ${written.value}, which is not an address`, remedy: "Correct it." }];
  if (url.origin === "https://own.invalid") return ownFile(element.tagName, written, context, checked);
  checked.slot.hosts.push(url.host);
  if (context.origins[load.directive]?.includes(url.origin)) return [];
  const remedy = `Add "${url.origin}" to "origins": { "${load.directive}": […] } in edition.json.`;
  const nearest = nearestName(url.origin, context.origins[load.directive] ?? []);
  return [{ message: `loads from ${url.origin}, which no setting allows`, remedy, nearest }];
}

function ownFile(tag: string, written: { value: string }, { site, ...context }: SlotContext, checked: Checked): Fault[] {
  const path = posix.normalize(`/${decodedAddress(written.value)}`).slice(1);
  if (tag === "form") {
    written.value = below(site, `/${path}`);
    return [];
  }
  if (tag === "iframe") return [{ message: "frames a page of the paper, which its pages do not allow", remedy: "Link to it." }];
  const known = existsSync(context.public)
    ? readdirSync(context.public, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"))
    : [];
  if (!known.includes(path)) {
    const nearest = nearestName(path, known);
    return [
      {
        message: `names ${written.value}, which is not in the folder public`,
        remedy: "Put the file there.",
        nearest: nearest && `/${nearest}`,
      },
    ];
  }
  const bytes = readFileSync(join(context.public, path));
  const { name, ext } = posix.parse(path);
  const file = `assets/${name.replaceAll(/[^\w-]/gu, "-")}-${digest(bytes).slice(0, 8)}${ext}`;
  checked.files.push({ file, bytes });
  written.value = below(site, `/${file}`);
  return [];
}
