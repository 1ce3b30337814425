import type { ExportWords } from "../../../i18n/wordTypes.ts";

/** As many as anybody reads. */
const MOST = 100;

/** What of a file was not read, each with its place and the reason. */
export function SetAside({ all, words }: { all: readonly string[]; words: ExportWords }) {
  if (all.length === 0) return null;
  return (
    <>
      <p>{words.setAside(all.length)}</p>
      <ul dir="ltr" lang="en">
        {all.slice(0, MOST).map((each, index) => (
          <li key={index}>{each}</li>
        ))}
        {all.length > MOST && <li>…</li>}
      </ul>
    </>
  );
}
