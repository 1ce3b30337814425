import { createElement, type ReactNode } from "react";
import type { BlockOf } from "#content/blocks/block.ts";
import type { Drawn } from "#content/blocks/drawn.ts";
import { inlineText } from "#content/blocks/plainText.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import { useWords } from "../../../i18n/words.ts";
import { Inlines } from "../Inlines.tsx";
import { Table } from "../Table.tsx";

/** A chart as the compiler drew it, in a version for phones and one for wider windows, with its data as a table. */
export function Chart({ block }: { block: BlockOf<"chart"> }) {
  const { title, alt, series, classes, missing, wide, narrow, note, source, head, rows } = block;
  const legend = classes ?? (series.length > 1 ? series : []);
  const words = useWords();
  const { ours, theirs } = useLanguages();
  return (
    <figure className={classes ? "rare chart map" : "rare chart"}>
      {title && (
        <p className="chart-title">
          <Inlines of={title} />
        </p>
      )}
      {classes && <p className="meta">{series[0]}</p>}
      {legend.length > 0 && (
        <ul className="legend" role="list">
          {legend.map((name, at) => (
            <li key={name} className={`series-${(at % 5) + 1}`}>
              {name}
            </li>
          ))}
          {missing !== undefined && <li className="series-none">{missing}</li>}
        </ul>
      )}
      <p className="unseen">{alt}</p>
      <div className={narrow && "wide"}>{drawing(wide)}</div>
      {narrow && <div className="narrow">{drawing(narrow)}</div>}
      <details lang={ours.lang}>
        <summary>{words.chartData}</summary>
        <div lang={theirs.lang}>
          <Table table={{ type: "table", head, rows }} />
        </div>
        <a
          className="more-link"
          download="data.csv"
          href={csvOf(head.concat(rows).map((row) => row.map(({ children }) => inlineText(children))))}
        >
          {words.downloadCsv}
        </a>
      </details>
      {(note || source) && (
        <figcaption>
          {note && <Inlines of={note} />}{" "}
          {source && (
            <small>
              <Inlines of={source} />
            </small>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** Hidden from assistive technology, since the alternative text beside it says what it shows. */
const drawing = ({ tag, attributes, children }: Drawn): ReactNode =>
  createElement(tag, { ...camel(attributes), "aria-hidden": true }, ...children.map(drawn));

const drawn = (part: Drawn | string): ReactNode =>
  typeof part === "string" ? part : createElement(part.tag, camel(part.attributes), ...part.children.map(drawn));

/** React names SVG attributes in camel case. */
const camel = (attributes: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase()), value]),
  );

/** The table as a data URL with a CSV file (RFC 4180), which needs neither a server nor a connection. */
function csvOf(rows: string[][]): string {
  const lines = rows.map((row) => row.map((cell) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","));
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`${lines.join("\r\n")}\r\n`)}`;
}
