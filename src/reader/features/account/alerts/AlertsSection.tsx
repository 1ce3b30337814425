import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Alerts, type AlertSettings, alertSettingsAtFirst } from "#content/alerts/alerts.ts";
import { libraryOf, useReady } from "../../../data/library/useLibrary.ts";
import { useEdition } from "../../../edition/EditionContext.ts";
import { useAccountWords } from "../../../i18n/accountWords.ts";
import { Status } from "../../../ui/Status.tsx";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { useSubmit } from "../useSubmit.ts";
import { AlertDevices } from "./AlertDevices.tsx";
import { AlertForm } from "./AlertForm.tsx";
import { useFocusOnChange } from "./useFocusOnChange.ts";
import { alertProblem, loadAlertWords, tellAlerts, useAlerts, useAlertWords } from "./useAlerts.ts";

/** Its words come with it. */
export const loadAlertsSection = (): Promise<typeof AlertsSection> => loadAlertWords().then(() => AlertsSection);

/** In the account: what the reader is told of while the paper is closed, on which devices and by mail, and what the server knows for that. */
function AlertsSection() {
  const own = useAlertWords();
  const words = useAccountWords();
  const ready = useReady();
  const { data, error, refetch } = useAlerts();
  const heading = useFocusOnChange(data?.on);
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts" tabIndex={-1} ref={heading}>
        {own.title}
      </h2>
      <p className="hint">{own.whatLeaves}</p>
      {error && <ErrorNotice text={alertProblem(error, own, words)} again={() => void refetch()} />}
      {data && ready && <Choices alerts={data} />}
    </section>
  );
}

function Choices({ alerts }: { alerts: Alerts }) {
  const own = useAlertWords();
  const words = useAccountWords();
  const client = useQueryClient();
  const language = useEdition()?.language ?? "en";
  const [draft, setDraft] = useState(() => draftOf(alerts, language));
  const off = useSubmit(async () => {
    setDraft(draftOf(await tellAlerts(client, "/off"), language));
  });
  return (
    <>
      <AlertForm draft={draft} onChange={setDraft} />
      <AlertDevices alerts={alerts} settings={draft} />
      {alerts.on && (
        <button className="button quiet" type="button" aria-disabled={off.state === "underway"} onClick={() => off.start()}>
          {own.off}
        </button>
      )}
      {off.error !== undefined && <ErrorNotice text={alertProblem(off.error, own, words)} again={() => off.start()} />}
      <Status>{off.state === "done" && !alerts.on && <p>{own.isOff}</p>}</Status>
    </>
  );
}

/** What the server knows, on this device's clock; before it knows anything, what is followed here. */
function draftOf({ on, settings }: Alerts, language: string): AlertSettings {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (on) return { ...settings, timeZone, language };
  const subjects = [...libraryOf("followed").values()].map(({ kind, slug }) => ({ kind, slug }));
  return { ...alertSettingsAtFirst(timeZone, language), subjects };
}
