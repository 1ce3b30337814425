import { useQueryClient } from "@tanstack/react-query";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { postApi } from "../../data/api.ts";
import { addPasskey, hasPasskeys } from "./askPasskey.ts";
import { deviceName } from "./deviceName.ts";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { passkeysKey, usePasskeys } from "./useAccount.ts";
import { useSubmit } from "./useSubmit.ts";

/** The passkeys of this account, with buttons to remove each and to add one for this device. */
export function Passkeys() {
  const words = useAccountWords();
  const client = useQueryClient();
  const { data: passkeys = [], error, refetch } = usePasskeys();
  const changing = useSubmit((id?: string) =>
    (id === undefined ? addPasskey() : postApi("account/passkeys/remove", { id })).finally(() =>
      client.invalidateQueries({ queryKey: passkeysKey }),
    ),
  );
  const underway = changing.state === "underway";
  const change = (id?: string) => !underway && changing.start(id);
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{words.passkeys}</h2>
      <p className="hint">{words.passkeysText}</p>
      {error && <ErrorNotice text={problemText(error, words)} onRetry={() => void refetch()} />}
      {changing.error !== undefined && <ErrorNotice text={problemText(changing.error, words)} />}
      <ul role="list" className="own">
        {passkeys.map(({ id, device, createdAt }) => {
          const name = deviceName(device) ?? words.unknownDevice;
          return (
            <li key={id} className="between">
              <div>
                {name}
                <p className="hint">
                  <Timestamp date={createdAt} style="moment" />
                </p>
              </div>
              <button className="button quiet" type="button" aria-label={words.removePasskeyOf(name)} onClick={() => change(id)}>
                {words.removePasskey}
              </button>
            </li>
          );
        })}
      </ul>
      {hasPasskeys() && (
        <button className="button quiet" type="button" aria-disabled={underway} onClick={() => change()}>
          {words.addPasskey}
        </button>
      )}
    </section>
  );
}
