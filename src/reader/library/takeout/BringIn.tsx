import { useId, useState } from "react";
import { readLibraryFile } from "#content/library/exportFile.ts";
import { newIn } from "#content/library/merge.ts";
import type { TakeoutWords } from "../../words/takeout/en.ts";
import { bringIn, library } from "../store/library.ts";

/** Brings a file of a library in, and says what was read and what was set aside, by its name. */
export function BringIn({ words }: { words: TakeoutWords }) {
  const id = useId();
  const [result, setResult] = useState<{ read: ReturnType<typeof readLibraryFile>; fresh: number }>();
  const bring = async (file: File) => {
    const read = readLibraryFile(await file.text(), Date.now());
    const fresh = newIn(library().records(), read?.records ?? []).length;
    if (read) await bringIn(read.records);
    setResult({ read, fresh });
  };
  return (
    <fieldset>
      <legend>
        <h3>{words.bringTitle}</h3>
      </legend>
      <p>{words.bringText}</p>
      <p className="field">
        <label htmlFor={id}>{words.bringFile}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => target.files?.[0] && void bring(target.files[0])}
        />
      </p>
      <div role="status">
        {result && !result.read && <p className="error">{words.notALibrary}</p>}
        {result?.read && <p>{result.fresh === 0 ? words.nothingNew : words.cameIn(result.fresh)}</p>}
        {result?.read && result.read.records.length > result.fresh && <p>{words.wereHere(result.read.records.length - result.fresh)}</p>}
        {result?.read && result.read.refused.length > 0 && (
          <>
            <p>{words.setAside(result.read.refused.length)}</p>
            <ul dir="ltr" lang="en">
              {result.read.refused.map(({ name, reason }, index) => (
                <li key={index}>
                  {name}: {reason}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </fieldset>
  );
}
