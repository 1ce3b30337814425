import { csvParseRows, dsvFormat } from "d3-dsv";
import { inPieces } from "../../../../device/inPieces.ts";
import { addLink, type Found, parseDate, parseEpoch, type Raw } from "./found.ts";

type Row = (column: string) => string;

/** A service's table: the columns that identify it, and how to read its rows. */
type Table = { columns: string[]; read: (row: Row) => Raw };

/** The first whose columns are all present is used. */
const TABLES: Table[] = [
  // Pocket (2025): status is "unread" or "archive", tags are separated by "|".
  {
    columns: ["url", "time_added"],
    read: (row) => ({
      url: row("url"),
      title: row("title"),
      savedAt: parseEpoch(row("time_added")),
      read: row("status") === "archive",
      tags: row("tags").split(/[|,]/u),
    }),
  },
  // Instapaper: "Unread", "Archive" and "Starred" are its own folders; tags are a JSON list, missing in older exports.
  {
    columns: ["url", "selection", "folder", "timestamp"],
    read: (row) => ({
      url: row("url"),
      title: row("title"),
      savedAt: parseEpoch(row("timestamp")),
      read: row("folder") === "Archive",
      tags: [...(/^(?:Unread|Archive)$/u.test(row("folder")) ? [] : [row("folder")]), ...listed(row("tags"))],
      quotes: [{ text: row("selection").trim() }],
    }),
  },
  // Readwise Reader: tags are a Python list.
  {
    columns: ["url", "document tags", "saved date"],
    read: (row) => ({
      url: row("url"),
      title: row("title"),
      savedAt: parseDate(row("saved date")),
      read: row("location") === "archive" || Number(row("reading progress")) >= 1,
      tags: listed(row("document tags")),
    }),
  },
  // Readwise: books and pages, without their addresses. In files for its import, "Book Title" is "Title", and there is a "URL".
  { columns: ["highlight", "book title"], read: (row) => marked(row, row("book title"), row("highlighted at"), row("document tags")) },
  { columns: ["highlight", "title"], read: (row) => marked(row, row("title"), row("date"), "") },
  // wallabag: the day comes before the month, and the hour is on a twelve-hour clock without AM or PM.
  {
    columns: ["title", "url", "content", "tags"],
    read: (row) => {
      const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})/u.exec(row("creation date")) ?? [];
      return {
        url: row("url"),
        title: row("title"),
        savedAt: year ? parseDate(`${year}-${month}-${day}`) : undefined,
        tags: row("tags").split(","),
      };
    },
  },
];

function marked(row: Row, title: string, at: string, tags: string): Raw {
  const madeAt = parseDate(at);
  return {
    url: row("url"),
    title,
    tags: tags.split(","),
    quotes: [
      { text: row("highlight").trim(), ...(row("note").trim() && { note: row("note").trim() }), ...(madeAt !== undefined && { madeAt }) },
    ],
    saved: false,
  };
}

const semicolons = dsvFormat(";");

/** Reads a table of Pocket, Instapaper, wallabag, Readwise or Readwise Reader, separated by commas or by wallabag's semicolons. */
export async function readTable(text: string, file: string): Promise<Found> {
  const found: Found = { links: [], faults: [] };
  const plain = text.replace(/^\uFEFF/u, "");
  const [first = ""] = plain.split("\n", 1);
  const rows = first.includes(";") && !first.includes(",") ? semicolons.parseRows(plain) : csvParseRows(plain);
  const names = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const table = TABLES.find(({ columns }) => columns.every((column) => names.includes(column)));
  if (!table) {
    const reason = `“${first.trim().slice(0, 80)}” is not how an export of Pocket, Instapaper, wallabag or Readwise begins`;
    return { links: [], faults: [{ file, place: "line 1", reason }] };
  }
  const places = new Map(names.map((name, index) => [name, index]));
  const isOpen = (plain.match(/"/gu)?.length ?? 0) % 2 === 1;
  let line = 1;
  await inPieces(rows.entries(), ([index, cells]) => {
    const isEmpty = cells.every((cell) => cell.trim() === "");
    if (index > 0 && !isEmpty)
      addLink(
        table.read((column) => cells[places.get(column) ?? -1] ?? ""),
        found,
        file,
        `line ${line}`,
      );
    if (index === rows.length - 1 && isOpen) {
      found.faults.push({
        file,
        place: `line ${line}`,
        reason: "a quotation mark is never closed, so rows after it may be missing",
      });
    }
    // A cell may contain line breaks (RFC 4180, section 2.6).
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);
  });
  return found;
}

/** The items of a JSON or Python list. */
function listed(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/gu)].map(([whole, json, plain]) => {
    if (json === undefined) return (plain ?? "").replace(/\\(.)/gu, "$1");
    try {
      return String(JSON.parse(whole));
    } catch {
      return json;
    }
  });
}
