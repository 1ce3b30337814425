import { escapedText, escapeHtml } from "../text/escaped.ts";
import { SaxesParser, type SaxesTagNS } from "saxes";
import { unsafeSvg } from "./unsafeSvg.ts";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"';

/**
 * Reduces an SVG to the drawing: only elements that draw, with attributes that
 * can neither run nor load anything. Scripts, foreign content, comments and the
 * metadata of drawing programs (file paths, authors) are removed.
 * @returns the drawing, and in `held` the unsafe thing that was in the file, if any;
 * or a `reason` why it cannot be shown, which completes a sentence whose subject is the picture
 */
export function sanitiseSvg(bytes: Uint8Array): { svg: string; held?: string | undefined } | { reason: string } {
  const written = textOf(bytes);
  const svg = drawing(written);
  if (svg === undefined) return { reason: "is not a well-formed drawing" };
  const danger = unsafeSvg(svg);
  if (danger !== undefined) return { reason: `contains ${danger} and could do more than be displayed` };
  return { svg, held: unsafeSvg(written) };
}

/** Decodes the file: as UTF-8 unless it declares another encoding. */
function textOf(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)/iu.exec(start)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The sanitised drawing; undefined if the text is not XML, or its root is not `svg`. */
function drawing(text: string): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const out: string[] = [];
  const open: string[] = [];
  let skipping = 0;
  let broken = false;
  parser.on("error", ({ message }) => {
    // Some programs remove a namespace declaration but leave names with its prefix, which are dropped here anyway.
    if (!message.includes("unbound namespace prefix")) broken = true;
  });
  parser.on("doctype", (doctype) => Object.assign(parser.ENTITIES, entitiesOf(doctype)));
  parser.on("opentag", (tag) => {
    if (tag.isSelfClosing) return;
    if (skipping > 0 || leavesOut(tag)) skipping += 1;
    else open.push(begin(tag, open.length === 0, out));
  });
  parser.on("closetag", (tag) => {
    if (tag.isSelfClosing) {
      if (skipping > 0 || leavesOut(tag)) return;
      const name = begin(tag, open.length === 0, out);
      if (name !== "") out.push(out.pop()?.replace(/>$/u, "/>") ?? "");
    } else if (skipping > 0) skipping -= 1;
    else out.push(end(open.pop() ?? ""));
  });
  const write = (words: string) => void (skipping === 0 && open.length > 0 && out.push(escapedText(words)));
  parser.on("text", write);
  parser.on("cdata", write);
  parser.write(text.replace(/^\uFEFF/u, "").trimStart()).close();
  const all = out.join("");
  const svg = all.includes(" xlink:") ? all : all.replace(XLINK, "");
  return broken || !svg.startsWith("<svg") ? undefined : withoutBadStyles(svg);
}

const leavesOut = (tag: SaxesTagNS): boolean => (tag.uri !== SVG && tag.uri !== "") || isLeftOut(tag.local);

/** Writes the start tag of an element. @returns its name; "" if only its content is kept */
function begin(tag: SaxesTagNS, isRoot: boolean, out: string[]): string {
  if (isUnwrapped(tag.local) || !isDrawn(tag.local)) return "";
  const attributes = svgAttributes(Object.values(tag.attributes)).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  const spaces = isRoot ? ` xmlns="${SVG}"${XLINK}` : "";
  out.push(`<${tag.local}${spaces}${attributes.join("")}>`);
  return tag.local;
}

const end = (name: string): string => (name === "" ? "" : `</${name}>`);

/** Drops a style sheet that loads anything, or that uses escapes, which could hide words from this check. */
const withoutBadStyles = (svg: string): string =>
  svg.replace(/<style[^>]*>([^<]*)<\/style>/gu, (all, css: string) =>
    /\\|@import|@font-face|expression|url\(\s*(?!["']?#)/iu.test(css) ? "" : all,
  );

/** The entities that a drawing program declares for plain text. A nested or external one stays unknown, so that the file is refused. */
function entitiesOf(doctype: string): Record<string, string> {
  const found = [...doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<%]{0,500})"|'([^'&<%]{0,500})')\s*>/gu)].slice(0, 100);
  return Object.fromEntries(found.map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
}

const words = (text: string): Set<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** Elements that draw, or describe the drawing (SVG 2, appendix "Element index"), without those that run, load or embed anything. */
const DRAWN = words(`
  svg g defs symbol use switch title desc style view image
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform mpath set`);

/** Elements removed with their content. */
const LEFT_OUT = words(`
  script foreignObject iframe embed object audio video canvas handler listener metadata
  font font-face glyph missing-glyph cursor color-profile`);

const isDrawn = (name: string): boolean => DRAWN.has(name);

const isLeftOut = (name: string): boolean => LEFT_OUT.has(name) || /script$/iu.test(name);

/** Whether only the content of an element is kept. Links cannot be followed, since the drawing is shown as a picture. */
const isUnwrapped = (name: string): boolean => name === "a";

type Attribute = { name: string; prefix: string; local: string; value: string };

/** The attributes that can neither run nor load anything, in order. Those of other namespaces are metadata of drawing programs. */
function svgAttributes(attributes: Attribute[]): [name: string, value: string][] {
  return attributes.flatMap(({ prefix, local, value }): [string, string][] => {
    const name = local.toLowerCase();
    if (prefix === "xml" && (name === "lang" || name === "space")) return [[`xml:${local}`, value]];
    if (name === "href" && (prefix === "" || prefix === "xlink"))
      return isOwn(value) ? [[prefix === "" ? "href" : "xlink:href", value]] : [];
    if (prefix !== "" || name === "xmlns" || name === "src" || name.startsWith("on") || name.startsWith("data-")) return [];
    if (name === "attributename" && /href/iu.test(value)) return [];
    const bare = value.replace(/url\(\s*["']\s*(#[^"')]*)["']\s*\)/giu, "url($1)");
    return isHarmless(bare) ? [[local, bare]] : [];
  });
}

/** Whether a reference is to a part of the drawing itself, or is an embedded bitmap. */
const isOwn = (reference: string): boolean => /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/iu.test(reference);

const isHarmless = (value: string): boolean =>
  !/(?:java|vb)script\s*:|\\|@import|expression\s*\(/iu.test(value) && !/url\(\s*(?!#)/iu.test(value);
