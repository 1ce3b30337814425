import { useState } from "react";
import type { SyncWords } from "../../../i18n/wordTypes.ts";
import { copyText } from "../../../ui/copyText.ts";
import { Status } from "../../../ui/Status.tsx";
import { useFocusIfLost } from "../useFocusIfLost.ts";
import { useSubmit } from "../useSubmit.ts";
import { KeyErrorNotice } from "./KeyErrorNotice.tsx";
import { newPhrase, type Phrase } from "./recoveryPhrase.ts";
import "../../../ui/button.css";
import "../../../styles/forms.css";

type Props = {
  words: SyncWords["key"];
  /** Whether it replaces the control that was pressed. */
  replaces?: boolean;
  /** Why a new phrase is needed. */
  text?: string;
  submit: string;
  /** Makes the key once the reader has saved the words. */
  make: (phrase: Phrase) => Promise<unknown>;
  onCancel: () => void;
};

/** Shows a new phrase of twelve words, which the reader must save before anything depends on them. */
export function NewPhrase({ words, replaces = false, text, submit, make, onCancel }: Props) {
  const [phrase] = useState(newPhrase);
  const [kept, setKept] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  const making = useSubmit(() => make(phrase));
  const underway = making.state === "underway";
  // If it fails, the words can still be selected.
  const copy = async () => setCopied(await copyText(phrase.words.join(" ")));
  return (
    <div className="key-step">
      <h3 tabIndex={-1} ref={useFocusIfLost(true, { before: !replaces })}>
        {words.newTitle}
      </h3>
      {text && <p>{text}</p>}
      <p>{words.newText}</p>
      {/* The words are English, whatever the paper's language is. */}
      <ol className="phrase" lang="en" dir="ltr" translate="no">
        {phrase.words.map((word, index) => (
          // A word may occur twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{word}</li>
        ))}
      </ol>
      <div className="bar">
        <button className="button quiet" type="button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <Status>{copied !== undefined && <p>{copied ? words.copied : words.notCopied}</p>}</Status>
      </div>
      <label className="check">
        <input type="checkbox" checked={kept} onChange={() => setKept(!kept)} />
        {words.kept}
      </label>
      {making.error !== undefined && !underway && <KeyErrorNotice error={making.error} words={words} />}
      <div className="bar">
        <button className="button" type="button" disabled={!kept} aria-disabled={underway} onClick={() => !underway && making.start()}>
          {submit}
        </button>
        <button className="button quiet" type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
