import { useId, useState } from "react";
import { readLibraryFile } from "#content/library/exportFile.ts";
import { newIn } from "#content/library/merge.ts";
import type { ExportWords } from "../../../i18n/wordTypes.ts";
import { bringIn, library } from "../../../data/library/library.ts";

/** Brings a file of a library in, and says what was read and what was set aside, by its name. */
export function LibraryImport({ words }: { words: ExportWords }) {
  const id = useId();
  const [result, setResult] = useState<{ name: string; read: ReturnType<typeof readLibraryFile>; fresh: number }>();
  const bring = async (file: File) => {
    // A file that went away, or may not be read, is no library either.
    const read = readLibraryFile(await file.text().catch(() => ""), Date.now());
    const fresh = newIn(library().records(), read?.records ?? []).length;
    if (read) await bringIn(read.records);
    setResult({ name: file.name, read, fresh });
  };
  const failed = result !== undefined && !result.read;
  return (
    <fieldset>
      <legend>
        <h3>{words.bringTitle}</h3>
      </legend>
      <p>{words.bringText}</p>
      <div className="field">
        <label id={`${id}-label`} htmlFor={id}>
          {words.bringFile}
        </label>
        <p className="file-field">
          <span className="button quiet" id={`${id}-choose`} aria-hidden="true">
            {words.chooseFile}
          </span>
          <bdi>{result?.name ?? words.noFile}</bdi>
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            aria-labelledby={`${id}-label ${id}-choose`}
            aria-invalid={failed}
            aria-describedby={failed ? `${id}-said` : undefined}
            // The same file can be chosen again once it was mended.
            onClick={({ currentTarget }) => (currentTarget.value = "")}
            onChange={({ target }) => target.files?.[0] && void bring(target.files[0])}
          />
        </p>
      </div>
      <div role="status" id={`${id}-said`}>
        {failed && <p className="error">{words.notALibrary}</p>}
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
