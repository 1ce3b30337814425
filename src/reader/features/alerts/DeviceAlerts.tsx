import { useEffect, useId, useRef, useState } from "react";
import { partWords } from "../../i18n/partWords.ts";
import { Status } from "../../ui/Status.tsx";
import { noteAlertsOn, useAlertsOn } from "./alertsOn.ts";
import { backgroundState, endAlerts, startBackground, stopBackground } from "./background.ts";
import { askNewest, beginAlerts, canRemember } from "./deviceAlerts.ts";
import "../../styles/forms.css";

const { load, use: useAlertWords } = partWords("alerts");

/** Its words come with it. */
export const loadDeviceAlerts = (): Promise<typeof DeviceAlerts> => load().then(() => DeviceAlerts);

/** On the page of what is followed: whether this device tells of its new stories, and also while the paper is closed. */
function DeviceAlerts() {
  const words = useAlertWords();
  const on = useAlertsOn();
  const id = useId();
  const [begins, setBegins] = useState(false);
  const [failed, setFailed] = useState(false);
  const wish = useRef(on);
  // They are on once it is remembered what was there before: a page that is closed sooner leaves none that find nothing.
  const change = async (wanted: boolean) => {
    wish.current = wanted;
    setFailed(false);
    setBegins(wanted);
    if (!wanted) noteAlertsOn(false);
    try {
      if (wanted) await beginAlerts(await askNewest());
      // Also where they were switched off while they began.
      if (!wish.current) await endAlerts();
      noteAlertsOn(wish.current);
    } catch {
      noteAlertsOn(false);
      setFailed(wish.current);
    }
    setBegins(false);
  };
  return (
    <section className="own-part" aria-labelledby={id}>
      <header className="desk-head">
        <h2 id={id}>{words.deviceTitle}</h2>
      </header>
      <p className="hint">{canRemember() ? words.deviceText : words.cannotRemember}</p>
      {canRemember() && (
        <label className="check">
          <input type="checkbox" checked={on || begins} onChange={({ target }) => void change(target.checked)} />
          {words.deviceOn}
        </label>
      )}
      {on && <Background />}
      <Status>{failed && <p className="correction">{words.deviceFailed}</p>}</Status>
    </section>
  );
}

function Background() {
  const words = useAlertWords();
  const [state, setState] = useState<"on" | "off" | "none">();
  const [trouble, setTrouble] = useState<"denied" | "not-installed">();
  useEffect(() => {
    void backgroundState().then(setState, () => setState("none"));
  }, []);
  const change = async (wanted: boolean) => {
    setTrouble(wanted ? await startBackground() : await stopBackground().then(() => undefined));
    setState(await backgroundState());
  };
  if (state === undefined) return null;
  if (state === "none") return <p className="hint">{words.noBackground}</p>;
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={state === "on"} onChange={({ target }) => void change(target.checked)} />
        {words.backgroundOn}
      </label>
      <p className="hint">{words.backgroundText}</p>
      <Status>{trouble && <p className="correction">{trouble === "denied" ? words.denied : words.notInstalled}</p>}</Status>
    </>
  );
}
