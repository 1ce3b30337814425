import { useId, useState } from "react";
import { type ReadLibrary, readLibraryFile } from "#content/library/exportFile.ts";
import { newIn } from "#content/library/merge.ts";
import type { ExportWords } from "../../../i18n/wordTypes.ts";
import { library, mergeRecords } from "../../../data/library/library.ts";
import { importLinks } from "../../../device/outsideLinks.ts";
import { FileField } from "./FileField.tsx";
import { SkippedItems } from "./SkippedItems.tsx";

/** Imports a library file, and says what was read and, by name, what was skipped. */
export function LibraryImport({ words }: { words: ExportWords }) {
  const id = useId();
  const [result, setResult] = useState<{ name: string; read: ReadLibrary | undefined; fresh: number; left: number }>();
  const importFile = async (file: File) => {
    // A file that is gone, or cannot be read, is not a library either.
    const read = readLibraryFile(await file.text().catch(() => ""), Date.now());
    const fresh = newIn(library().records(), read?.records ?? []).length;
    if (read) await mergeRecords(read.records);
    const links = await importLinks(read?.links ?? []);
    setResult({ name: file.name, read, fresh: fresh + links.fresh, left: links.left });
  };
  const failed = result !== undefined && !result.read;
  const known = result?.read ? result.read.records.length + result.read.links.length - result.fresh - result.left : 0;
  return (
    <fieldset>
      <legend>
        <h3>{words.bringTitle}</h3>
      </legend>
      <p>{words.bringText}</p>
      <FileField
        id={id}
        label={words.bringFile}
        accept=".json,application/json"
        name={result?.name}
        invalid={failed}
        said={`${id}-said`}
        words={words}
        onFiles={([file]) => file && void importFile(file)}
      />
      <div role="status" id={`${id}-said`}>
        {failed && <p className="error">{words.notALibrary}</p>}
        {result?.read && result.fresh + result.left === 0 && <p>{words.nothingNew}</p>}
        {result !== undefined && result.fresh > 0 && <p>{words.cameIn(result.fresh)}</p>}
        {result !== undefined && result.left > 0 && <p className="error">{words.linksLeft(result.left)}</p>}
        {known > 0 && <p>{words.wereHere(known)}</p>}
        <SkippedItems all={result?.read?.refused.map(({ name, reason }) => `${name}: ${reason}`) ?? []} words={words} />
      </div>
    </fieldset>
  );
}
