import { useId, useState } from "react";
import { savedPath } from "#content/paths.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import type { ExportWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { PageLink } from "../../../ui/PageLink.tsx";
import { FileField } from "./FileField.tsx";
import type { Outcome } from "./services/importExports.ts";
import { SkippedItems } from "./SkippedItems.tsx";

type State = { type: "reading"; done: number; all: number } | { type: "done"; outcome: Outcome } | { type: "failed" };

/** Imports what was exported from another reading service or a browser. Files are read on the device and never sent anywhere. */
export function ServiceImport({ words }: { words: ExportWords }) {
  const id = useId();
  const edition = useEdition();
  const [name, setName] = useState<string>();
  const [state, setState] = useState<State>();
  const importFiles = async (files: File[]) => {
    if (state?.type === "reading") return;
    setName(files.map((file) => file.name).join(", "));
    setState({ type: "reading", done: 0, all: 0 });
    const { importExports } = await import("./services/importExports.ts");
    const prefixes = edition?.editions?.map(({ prefix }) => prefix) ?? [];
    const outcome = await importExports(files, prefixes, (done, all) => setState({ type: "reading", done, all }));
    setState({ type: "done", outcome });
  };
  return (
    <fieldset>
      <legend>
        <h3>{words.serviceTitle}</h3>
      </legend>
      <p>{words.serviceText}</p>
      <FileField
        id={id}
        label={words.serviceFiles}
        accept=".csv,.json,.html,.htm,.zip,text/csv,application/json,text/html,application/zip"
        multiple
        name={name}
        invalid={state?.type === "failed" || (state?.type === "done" && nothingRead(state.outcome))}
        said={`${id}-said`}
        words={words}
        onFiles={(files) => void importFiles(files).catch(() => setState({ type: "failed" }))}
      />
      <ImportStatus id={`${id}-said`} state={state} words={words} />
    </fieldset>
  );
}

const nothingRead = ({ saved, marks, moved, links, known, left }: Outcome): boolean => saved + marks + moved + links + known + left === 0;

function ImportStatus({ id, state, words }: { id: string; state: State | undefined; words: ExportWords }) {
  const general = useWords();
  // Each step is visible, but only the end is announced, by a live region that exists beforehand.
  return (
    <div id={id}>
      {state?.type === "reading" && (
        <>
          <p>{words.serviceReading}</p>
          <progress max={state.all || 1} value={state.all ? state.done : undefined} aria-label={words.serviceReading} />
        </>
      )}
      <div role="status">
        {state?.type === "failed" && <p className="error">{general.partFailed}</p>}
        {state?.type === "done" && <Results outcome={state.outcome} words={words} />}
      </div>
    </div>
  );
}

function Results({ outcome, words }: { outcome: Outcome; words: ExportWords }) {
  const { saved, marks, moved, links, known, left, faults } = outcome;
  const isNothing = saved + marks + moved + links + left === 0;
  return (
    <>
      {isNothing && <p className={nothingRead(outcome) ? "error" : undefined}>{words.nothingNew}</p>}
      {saved > 0 && <p>{words.storiesCameIn(saved)}</p>}
      {marks > 0 && <p>{words.marksCameIn(marks)}</p>}
      {moved > 0 && <p>{words.marksMoved(moved)}</p>}
      {links > 0 && (
        <p>
          {words.linksCameIn(links)} <PageLink to={`${savedPath}#links`}>{words.showLinks}</PageLink>
        </p>
      )}
      {left > 0 && <p className="error">{words.linksLeft(left)}</p>}
      {known > 0 && <p>{words.wereHere(known)}</p>}
      <SkippedItems
        all={faults.map(({ file, place, reason }) => `${[file, place].filter(Boolean).join(", ")}: ${reason}.`)}
        words={words}
      />
    </>
  );
}
