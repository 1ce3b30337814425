import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { HeldKey } from "#content/library/sync.ts";
import type { SyncWords } from "../../../i18n/wordTypes.ts";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { isRestored, type LibraryKey } from "../sync/libraryKey.ts";
import { useFocusIfLost } from "../useFocusIfLost.ts";
import { accountKey } from "../useAccount.ts";
import { useSubmit } from "../useSubmit.ts";
import { installKey, type Keys, makeKey, openByPasskey, openByPhrase, readKeys } from "./accountKey.ts";
import { KeyErrorNotice } from "./KeyErrorNotice.tsx";
import { NewPhrase } from "./NewPhrase.tsx";
import type { Phrase } from "./recoveryPhrase.ts";
import "../../../ui/button.css";
import "../../../styles/forms.css";

type Props = {
  words: SyncWords["key"];
  /** Whether sync is being switched on: then the library may move to another account. */
  anyAccount: boolean;
  onDone: () => void;
  /** Switches sync off, or leaves it off. */
  onCancel: () => void;
};

/** Gives this device a key: the one it has if that is still current, a new one if the account has none, else the account's. */
export function KeyPanel({ words, anyAccount, onDone, onCancel }: Props) {
  const client = useQueryClient();
  const styled = useLazyStyles(true);
  const queryKey = [...accountKey, "library key"];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: ({ signal }) => readKeys(signal), staleTime: 0, gcTime: 0, retry: false });
  const take = async (key: LibraryKey) => {
    await installKey({ ...key, account: data?.account }, anyAccount);
    client.removeQueries({ queryKey });
    onDone();
  };
  const isCurrent = data?.held !== undefined && data.own !== undefined && data.held?.id === data.own.id;
  useEffect(() => {
    if (isCurrent && data?.own) void take(data.own);
    // Only once, when it becomes known.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isCurrent]);
  if (error) return <KeyErrorNotice error={error} words={words} onRetry={() => void refetch()} />;
  if (!data || isCurrent || !styled) return null;
  const make = async (phrase: Phrase, forget: boolean) => {
    const expects = data.held?.id ?? null;
    await take(await makeKey({ phrase, expects, before: data.own, forget }).catch(lookAgain(refetch)));
  };
  // A restored backup of the server holds no key, or one that this device has replaced, which need not be opened.
  if (data.own && isRestored(data.own, data.held?.id ?? null))
    return (
      <NewPhrase
        words={words}
        text={words.restoredText}
        submit={words.switchOn}
        make={(phrase) => make(phrase, false)}
        onCancel={onCancel}
      />
    );
  if (data.held)
    return <Open words={words} keys={{ ...data, held: data.held }} take={take} make={(phrase) => make(phrase, true)} onCancel={onCancel} />;
  return <NewPhrase words={words} submit={words.switchOn} make={(phrase) => make(phrase, false)} onCancel={onCancel} />;
}

/** Another device may have made a key first: then that is the one to open. */
const lookAgain = (refetch: () => unknown) => (error: unknown) => {
  void refetch();
  throw error;
};

type OpenProps = {
  words: SyncWords["key"];
  keys: Keys & { held: NonNullable<HeldKey> };
  take: (key: LibraryKey) => Promise<void>;
  make: (phrase: Phrase) => Promise<void>;
  onCancel: () => void;
};

/** The ways to open an encrypted library on this device: its phrase, a passkey, or starting over without its contents. */
function Open({ words, keys: { held, own }, take, make, onCancel }: OpenProps) {
  const [anew, setAnew] = useState(false);
  const heading = useFocusIfLost(!anew);
  const opening = useSubmit(async (text?: string) => take(await (text === undefined ? openByPasskey(held) : openByPhrase(held, text))));
  const underway = opening.state === "underway";
  if (anew) return <NewPhrase replaces words={words} submit={words.anew} make={make} onCancel={() => setAnew(false)} />;
  return (
    <div className="key-step">
      <h3 tabIndex={-1} ref={heading}>
        {words.openTitle}
      </h3>
      <p>{own ? words.changedText : words.openText}</p>
      {opening.error !== undefined && !underway && <KeyErrorNotice error={opening.error} words={words} />}
      <PhraseForm words={words} underway={underway} open={(text) => opening.start(text)}>
        {held.passkeys.length > 0 && (
          <button className="button quiet" type="button" aria-disabled={underway} onClick={() => !underway && opening.start(undefined)}>
            {words.withPasskey}
          </button>
        )}
        <button className="button quiet" type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </PhraseForm>
      <details>
        <summary>{words.anewTitle}</summary>
        <p>{words.anewText}</p>
        <button className="button quiet" type="button" onClick={() => setAnew(true)}>
          {words.anew}
        </button>
      </details>
    </div>
  );
}

type PhraseFormProps = { words: SyncWords["key"]; underway: boolean; open: (text: string) => void; children: ReactNode };

/** A form for the recovery phrase. @param children further buttons beside its own */
function PhraseForm({ words, underway, open, children }: PhraseFormProps) {
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("phrase");
        if (!underway) open(typeof text === "string" ? text : "");
      }}
    >
      <div className="field">
        <label htmlFor="phrase">{words.phrase}</label>
        <textarea
          id="phrase"
          name="phrase"
          rows={3}
          dir="ltr"
          lang="en"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-describedby="phrase-hint"
        />
        <p className="hint" id="phrase-hint">
          {words.phraseHint}
        </p>
      </div>
      <div className="bar">
        <button className="button" type="submit" aria-disabled={underway}>
          {words.open}
        </button>
        {children}
      </div>
    </form>
  );
}
