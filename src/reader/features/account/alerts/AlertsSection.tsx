import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Alerts, type AlertSettings, alertSettingsAtFirst } from "#content/alerts/alerts.ts";
import { libraryOf, useReady } from "../../../data/library/useLibrary.ts";
import { useEditionLanguage } from "../../../edition/EditionContext.ts";
import { useAccountWords } from "../../../i18n/accountWords.ts";
import { Status } from "../../../ui/Status.tsx";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { useSubmit } from "../useSubmit.ts";
import { AlertDevices } from "./AlertDevices.tsx";
import { AlertForm } from "./AlertForm.tsx";
import { useFocusIfLost } from "../useFocusIfLost.ts";
import { alertProblem, loadAlertWords, postAlerts, useAlerts, useAlertWords } from "./useAlerts.ts";

/** Loads the component together with its words. */
export const loadAlertsSection = (): Promise<typeof AlertsSection> => loadAlertWords().then(() => AlertsSection);

/** The account's alerts: what is pushed or emailed while the paper is closed, to which devices, and what the server has to know. */
function AlertsSection() {
  const alertWords = useAlertWords();
  const words = useAccountWords();
  const ready = useReady();
  const { data, error, refetch } = useAlerts();
  const heading = useFocusIfLost(data && (data.on ? "on" : "off"));
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts" tabIndex={-1} ref={heading}>
        {alertWords.title}
      </h2>
      <p className="hint">{alertWords.whatLeaves}</p>
      {error && <ErrorNotice text={alertProblem(error, alertWords, words)} onRetry={() => void refetch()} />}
      {data && ready && <Choices alerts={data} />}
    </section>
  );
}

function Choices({ alerts }: { alerts: Alerts }) {
  const alertWords = useAlertWords();
  const words = useAccountWords();
  const client = useQueryClient();
  const language = useEditionLanguage();
  const [draft, setDraft] = useState(() => draftOf(alerts, language));
  const off = useSubmit(async () => {
    setDraft(draftOf(await postAlerts(client, "/off"), language));
  });
  return (
    <>
      <AlertForm draft={draft} onChange={setDraft} />
      <AlertDevices alerts={alerts} settings={draft} />
      {alerts.on && (
        <button className="button quiet" type="button" aria-disabled={off.state === "underway"} onClick={() => off.start()}>
          {alertWords.off}
        </button>
      )}
      {off.error !== undefined && <ErrorNotice text={alertProblem(off.error, alertWords, words)} onRetry={() => off.start()} />}
      <Status>{off.state === "done" && !alerts.on && <p>{alertWords.isOff}</p>}</Status>
    </>
  );
}

/** The server's settings in this device's time zone; before it has any, the defaults with the subjects followed here. */
function draftOf({ on, settings }: Alerts, language: string): AlertSettings {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (on) return { ...settings, timeZone, language };
  const subjects = [...libraryOf("followed").values()].map(({ kind, slug }) => ({ kind, slug }));
  return { ...alertSettingsAtFirst(timeZone, language), subjects };
}
