import { useEffect, useId, useRef, useState } from "react";
import { partWords } from "../../i18n/partWords.ts";
import { Status } from "../../ui/Status.tsx";
import { noteAlertsOn, useAlertsOn } from "./alertsOn.ts";
import { backgroundState, endAlerts, startBackground, stopBackground } from "./background.ts";
import { askNewest, beginAlerts, canRemember } from "./rememberedAlerts.ts";
import "../../styles/forms.css";

const { load, use: useAlertWords } = partWords("alerts");

/** Loads the component together with its words. */
export const loadDeviceAlerts = (): Promise<typeof DeviceAlerts> => load().then(() => DeviceAlerts);

/** On the following page: the switches for alerts on this device, and for those while the paper is closed. */
function DeviceAlerts() {
  const words = useAlertWords();
  const on = useAlertsOn();
  const id = useId();
  const [isStarting, setIsStarting] = useState(false);
  const [failed, setFailed] = useState(false);
  const wish = useRef(on);
  // On only once the known stories are stored: a page that is closed sooner must not leave alerts on that can find nothing.
  const change = async (wanted: boolean) => {
    wish.current = wanted;
    setFailed(false);
    setIsStarting(wanted);
    if (!wanted) noteAlertsOn(false);
    try {
      if (wanted) await beginAlerts(await askNewest());
      // The reader may have switched them off while they were starting.
      if (!wish.current) await endAlerts();
      noteAlertsOn(wish.current);
    } catch {
      noteAlertsOn(false);
      setFailed(wish.current);
    }
    setIsStarting(false);
  };
  return (
    <section className="own-part" aria-labelledby={id}>
      <header className="desk-head">
        <h2 id={id}>{words.deviceTitle}</h2>
      </header>
      <p className="hint">{canRemember() ? words.deviceText : words.cannotRemember}</p>
      {canRemember() && (
        <label className="check">
          <input type="checkbox" checked={on || isStarting} onChange={({ target }) => void change(target.checked)} />
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
