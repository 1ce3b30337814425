import { useQueryClient } from "@tanstack/react-query";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useAccountWords } from "../../i18n/accountWords.ts";
import { postApi } from "../../data/api.ts";
import { deviceName } from "./deviceName.ts";
import { problemText } from "./problemText.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { accountKey, type Session, useSessions } from "./useAccount.ts";
import { useSubmit } from "./useSubmit.ts";

/** Lists where this account is signed in. Other sessions can be ended one by one or all at once. */
export function Sessions() {
  const words = useAccountWords();
  const client = useQueryClient();
  const { data: sessions = [], error, refetch } = useSessions();
  const ending = useSubmit((id?: string) =>
    (id === undefined ? postApi("account/sessions/end-others") : postApi("account/sessions/end", { id })).finally(() =>
      client.invalidateQueries({ queryKey: accountKey }),
    ),
  );
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      {error && <ErrorNotice text={problemText(error, words)} onRetry={() => void refetch()} />}
      {ending.error !== undefined && <ErrorNotice text={problemText(ending.error, words)} />}
      <ul role="list" className="own">
        {sessions.map((session) => (
          <OneSession key={session.id} session={session} end={() => ending.start(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <button className="button quiet" type="button" onClick={() => ending.start(undefined)}>
          {words.endOthers}
        </button>
      )}
    </section>
  );
}

function OneSession({ session, end }: { session: Session; end: () => void }) {
  const words = useAccountWords();
  const device = deviceName(session.device) ?? words.unknownDevice;
  return (
    <li className="between">
      <div>
        {device}
        <p className="hint">{session.current ? words.thisDevice : <Timestamp date={session.usedAt} style="moment" />}</p>
      </div>
      {!session.current && (
        <button className="button quiet" type="button" aria-label={words.endSessionOf(device)} onClick={end}>
          {words.endSession}
        </button>
      )}
    </li>
  );
}
