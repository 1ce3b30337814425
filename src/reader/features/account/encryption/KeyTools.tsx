import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SyncWords } from "../../../i18n/wordTypes.ts";
import { useLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { Status } from "../../../ui/Status.tsx";
import { hasPasskeys } from "../askPasskey.ts";
import { ownKey } from "../sync/deviceKey.ts";
import { useFocusIfLost } from "../useFocusIfLost.ts";
import { accountKey, usePasskeys } from "../useAccount.ts";
import { useSubmit } from "../useSubmit.ts";
import { giveToPasskey, installKey, makeKey } from "./accountKey.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { KeyErrorNotice } from "./KeyErrorNotice.tsx";
import { NewPhrase } from "./NewPhrase.tsx";
import type { Phrase } from "./recoveryPhrase.ts";

/** What a device that has the key can do with it: let a passkey open it, and change it. */
export function KeyTools({ words }: { words: SyncWords["key"] }) {
  const client = useQueryClient();
  const { data: passkeys = [] } = usePasskeys();
  const [changing, setChanging] = useState(false);
  const summary = useFocusIfLost<HTMLElement>(!changing);
  const [changed, setChanged] = useState(false);
  const giving = useSubmit(async () => {
    await giveToPasskey(
      await presentKey(),
      passkeys.map(({ id }) => id),
    );
    await client.invalidateQueries({ queryKey: accountKey });
  });
  const underway = giving.state === "underway";
  const styled = useLazyStyles(true);
  const change = async (phrase: Phrase) => {
    const before = await presentKey();
    await installKey(await makeKey({ phrase, expects: before.id, before, forget: false }), false);
    setChanging(false);
    setChanged(true);
    giving.forget();
  };
  if (!styled) return null;
  if (changing) return <NewPhrase replaces words={words} submit={words.change} make={change} onCancel={() => setChanging(false)} />;
  return (
    <details>
      <summary ref={summary}>{words.toolsTitle}</summary>
      {hasPasskeys() && (
        <>
          <p>{passkeys.length > 0 ? words.passkeyText : words.passkeyFirst}</p>
          {giving.error !== undefined && !underway && <KeyErrorNotice error={giving.error} words={words} />}
          {passkeys.length > 0 && (
            <button className="button quiet" type="button" aria-disabled={underway} onClick={() => !underway && giving.start()}>
              {words.addPasskey}
            </button>
          )}
          <Status>{giving.state === "done" && <p>{words.passkeyAdded}</p>}</Status>
        </>
      )}
      <p>{words.changeText}</p>
      <button className="button quiet" type="button" onClick={() => setChanging(true)}>
        {words.change}
      </button>
      <Status>{changed && <p>{words.changed}</p>}</Status>
    </details>
  );
}

/** @throws ApiError if it is gone, for example after signing out in another tab */
async function presentKey() {
  const key = await ownKey();
  if (!key) throw new ApiError("key-changed");
  return key;
}
