import { useId } from "react";
import type { Block, Cell } from "#content/blocks/block.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { Inlines } from "./Inlines.tsx";
import "./table.css";

/** A table in a box that scrolls when the table is wider than the text: a named, focusable region, so that a keyboard can scroll it. */
export function Table({ table }: { table: Extract<Block, { type: "table" }> }) {
  const words = useWords();
  const { ours, theirs } = useLanguages();
  const id = useId();
  return (
    <div
      className="table"
      role="region"
      tabIndex={0}
      {...(table.caption ? { "aria-labelledby": id } : { "aria-label": words.table, lang: ours.lang })}
    >
      <table lang={theirs.lang}>
        {table.caption && (
          <caption id={id}>
            <Inlines of={table.caption} />
          </caption>
        )}
        {table.head.length > 0 && (
          <thead>
            <Rows of={table.head} heading="col" />
          </thead>
        )}
        <tbody>
          <Rows of={table.rows} />
        </tbody>
      </table>
    </div>
  );
}

function Rows({ of, heading }: { of: Cell[][]; heading?: "col" }) {
  return of.map((row, place) => (
    <tr key={place}>
      {row.map((cell, column) => (
        <OneCell key={column} cell={cell} scope={heading ?? (cell.heading ? "row" : undefined)} />
      ))}
    </tr>
  ));
}

function OneCell({ cell, scope }: { cell: Cell; scope: "col" | "row" | undefined }) {
  const Tag = scope ? "th" : "td";
  return (
    <Tag scope={scope} colSpan={cell.colSpan} rowSpan={cell.rowSpan} {...(cell.align === "end" && { className: "num" })}>
      <Inlines of={cell.children} />
    </Tag>
  );
}
