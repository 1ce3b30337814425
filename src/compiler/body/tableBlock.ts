import type { Block, Cell } from "#content/blocks/block.ts";
import { attribute, type Element, find, isElement, type Node, textOf } from "./dom.ts";
import { flatten } from "./flatten.ts";
import type { Walk } from "./walk.ts";

/** A data table; the cells of a layout table are read one after another. */
export function tableBlock(element: Element, walk: Walk): Block[] {
  const rows = rowsOf(element);
  const listing = rows.length === 1 ? numberedListing(rows[0]?.cells ?? [], walk) : undefined;
  if (listing) return listing;
  if (isLayout(element, rows)) return rows.flatMap((row) => row.cells.flatMap((cell) => walk.blocks(cell.childNodes)));
  const [captionElement] = element.childNodes.filter((child) => isElement(child) && child.tagName === "caption");
  const caption = captionElement ? walk.inlines([captionElement]) : [];
  const headRows = new Set(leadingHead(rows));
  const read = (some: Row[]) => some.map((row) => row.cells.map((cell) => cellOf(cell, walk, !headRows.has(row))));
  const head = read(rows.filter((row) => headRows.has(row)));
  const body = read(rows.filter((row) => !headRows.has(row)));
  const isEmpty = [...head, ...body].every((row) => row.every((cell) => cell.children.length === 0));
  if (isEmpty) return caption.length === 0 ? [] : [{ type: "paragraph", children: caption }];
  return [{ type: "table", ...(caption.length > 0 && { caption }), head, rows: body }];
}

/** A listing whose line numbers are in a cell of their own, as highlighters write it (Pygments, Rouge, Chroma, Hexo). */
function numberedListing([numbers, code, ...others]: Element[], walk: Walk): Block[] | undefined {
  if (!numbers || !code || others.length > 0 || !/^\s*\d+(?:\s+\d+)*\s*$/u.test(textOf(numbers.childNodes))) return undefined;
  if ([numbers, code].some((cell) => find(cell.childNodes, ({ tagName }) => tagName === "pre").length === 0)) return undefined;
  return walk.blocks(code.childNodes).map((block) => (block.type === "code" ? { ...block, numbered: true } : block));
}

type Row = { cells: Element[]; isHead: boolean; isFoot: boolean };

/** The rows in display order: those of `tfoot` last, wherever it is in the source. */
function rowsOf(element: Element): Row[] {
  const rows = element.childNodes.filter(isElement).flatMap((part) => {
    const own = part.tagName === "tr" ? [part] : part.childNodes.filter(isRow);
    return own.map((row) => ({ cells: row.childNodes.filter(isCell), isHead: part.tagName === "thead", isFoot: part.tagName === "tfoot" }));
  });
  const filled = rows.filter((row) => row.cells.length > 0);
  return [...filled.filter((row) => !row.isFoot), ...filled.filter((row) => row.isFoot)];
}

const isRow = (node: Node): node is Element => isElement(node) && node.tagName === "tr";
const isCell = (node: Node): node is Element => isElement(node) && ["td", "th"].includes(node.tagName);

/** The rows of `thead`; without one, the first rows that are all headings. */
function leadingHead(rows: Row[]): Row[] {
  if (rows.some((row) => row.isHead)) return rows.filter((row) => row.isHead);
  const firstData = rows.findIndex((row) => row.cells.some((cell) => cell.tagName === "td"));
  return firstData === -1 ? [] : rows.slice(0, firstData);
}

const LAYOUT = new Set(["img", "iframe", "video", "figure", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"]);

function isLayout(element: Element, rows: Row[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const isData = cells.some((cell) => cell.tagName === "th") || find(element.childNodes, (inner) => inner.tagName === "caption").length > 0;
  if (isData) return false;
  if (cells.length === 1 || ["presentation", "none"].includes(attribute(element, "role") ?? "")) return true;
  return find(element.childNodes, (inner) => LAYOUT.has(inner.tagName)).length > 0;
}

function cellOf(cell: Element, walk: Walk, inBody: boolean): Cell {
  const align = alignOf(cell);
  const colSpan = spanOf(cell, "colspan");
  const rowSpan = spanOf(cell, "rowspan");
  return {
    children: contentOf(cell, walk),
    ...(align && { align }),
    ...(inBody && cell.tagName === "th" && { heading: true }),
    ...(colSpan !== undefined && { colSpan }),
    ...(rowSpan !== undefined && { rowSpan }),
  };
}

function contentOf(cell: Element, walk: Walk) {
  const blocks = walk.blocks(cell.childNodes);
  if (blocks.some((block) => block.type === "figure" || block.type === "gallery"))
    walk.warn(cell, "A cell of a table cannot show a picture; the picture's words are shown instead.", {
      remedy: "Put the picture above or below the table.",
    });
  return flatten(blocks);
}

function alignOf(cell: Element): Cell["align"] {
  const align = /text-align:\s*(\w+)/iu.exec(attribute(cell, "style") ?? "")?.[1] ?? attribute(cell, "align");
  if (align === "center") return "center";
  if (align === "right" || align === "end") return "end";
  return align === "left" || align === "start" ? "start" : undefined;
}

function spanOf(cell: Element, name: string): number | undefined {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, 1000) : undefined;
}
