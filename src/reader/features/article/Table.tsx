import { useId } from "react";
import type { BlockOf, Cell } from "#content/blocks/block.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import { useWords } from "../../i18n/words.ts";
import { Inlines } from "./Inlines.tsx";
import "./table.css";

/**
 * A table in a box that scrolls when the table is wider than the text: a named, focusable region, so that a keyboard can scroll it.
 * Without a caption its name is that of its columns, by which a screen reader tells it from others.
 */
export function Table({ table }: { table: BlockOf<"table"> }) {
  const words = useWords();
  const { ours } = useLanguages();
  const id = useId();
  const columns = [...table.head, ...table.rows][0]?.map(({ children }) => inlineText(children).trim()).filter(Boolean) ?? [];
  return (
    <div
      className="table"
      role="region"
      tabIndex={0}
      {...(table.caption
        ? { "aria-labelledby": id }
        : columns.length > 0
          ? { "aria-label": columns.join(", ") }
          : { "aria-label": words.table, lang: ours.lang })}
    >
      <table>
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
