import type { ExportWords } from "../../../i18n/wordTypes.ts";

/** The most that anybody reads. */
const MOST = 100;

/** What was not read from a file, each item with its place and the reason. */
export function SkippedItems({ all, words }: { all: readonly string[]; words: ExportWords }) {
  if (all.length === 0) return null;
  return (
    <>
      <p>{words.setAside(all.length)}</p>
      <ul dir="ltr" lang="en">
        {all.slice(0, MOST).map((item, index) => (
          <li key={index}>{item}</li>
        ))}
        {all.length > MOST && <li>…</li>}
      </ul>
    </>
  );
}
