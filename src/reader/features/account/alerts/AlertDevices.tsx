import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Alerts, AlertSettings } from "#content/alerts/alerts.ts";
import { ApiError } from "../../../data/ApiError.ts";
import { useAccountWords } from "../../../i18n/accountWords.ts";
import { Timestamp } from "../../../ui/Timestamp.tsx";
import { deviceName } from "../deviceName.ts";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { useSubmit } from "../useSubmit.ts";
import { forgetPushDevice, isSubscribed, noteSubscribed, pushSupport, subscribe, usePushDevice } from "./pushDevice.ts";
import { useFocusIfLost } from "../useFocusIfLost.ts";
import { alertProblem, postAlerts, useAlertWords } from "./useAlerts.ts";

type Props = {
  alerts: Alerts;
  /** The settings in the form. Adding the first device sends them to the server. */
  settings: AlertSettings;
};

/** The devices that alerts reach, with buttons to remove each and to add this device. */
export function AlertDevices({ alerts, settings }: Props) {
  const alertWords = useAlertWords();
  const words = useAccountWords();
  const client = useQueryClient();
  const mine = usePushDevice();
  const isMine = alerts.devices.some(({ id }) => id === mine);
  const isHere = !useIsDropped(mine, alerts) && isMine;
  useEffect(() => {
    // This device may have been removed, or belong to the account that was signed in before.
    void forgetPushDevice([...alerts.devices.map(({ id }) => id), ...alerts.gone]).catch(() => {});
  }, [alerts.devices, alerts.gone]);
  const adding = useSubmit(async () => {
    const device = await subscribe(alerts.key, deviceName(navigator.userAgent) ?? words.unknownDevice);
    if (!alerts.on) await postAlerts(client, "", settings);
    const { devices } = await postAlerts(client, "/devices/add", device);
    await noteSubscribed(device, alerts.key, devices.at(-1)?.id ?? "");
    // An old entry with another subscription is still listed: it is removed, unless the worker has just renewed it.
    if (devices.some(({ id }) => id === mine)) await postAlerts(client, "/devices/remove", { id: mine }).catch(unlessGone);
  });
  const removing = useSubmit((id: string) => postAlerts(client, "/devices/remove", { id }));
  const heading = useFocusIfLost(alerts.devices.length);
  const trouble = adding.error ?? removing.error;
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        {alertWords.devices}
      </h3>
      {alerts.devices.length === 0 && <p className="hint">{alertWords.noDevices}</p>}
      <ul role="list" className="own">
        {alerts.devices.map(({ id, label, addedAt }) => (
          <li key={id} className="between">
            <div>
              <bdi>{label}</bdi>
              <p className="hint">{isHere && id === mine ? words.thisDevice : <Timestamp date={addedAt} style="moment" />}</p>
            </div>
            <button className="button quiet" type="button" aria-label={alertWords.removeDeviceOf(label)} onClick={() => removing.start(id)}>
              {words.removePasskey}
            </button>
          </li>
        ))}
      </ul>
      {!isHere && <ThisDevice underway={adding.state === "underway"} onAdd={() => adding.start()} />}
      {trouble !== undefined && <ErrorNotice text={alertProblem(trouble, alertWords, words)} />}
      <p role="status">{isHere && adding.state === "done" && alertWords.deviceAdded}</p>
    </>
  );
}

function unlessGone(error: unknown): void {
  if (!(error instanceof ApiError) || error.code !== "no-device") throw error;
}

/** Whether alerts cannot arrive although the account lists this device: no subscription, one of another key, or no permission. */
function useIsDropped(mine: string, alerts: Alerts): boolean {
  const [dropped, setDropped] = useState<string>();
  useEffect(() => {
    if (mine === "") return;
    const check = () =>
      void isSubscribed(alerts).then(
        (is) => setDropped(is ? undefined : mine),
        () => {},
      );
    const over = new AbortController();
    check();
    void navigator.permissions?.query({ name: "notifications" }).then(
      (permission) => permission.addEventListener("change", check, over),
      () => {},
    );
    return () => over.abort();
  }, [mine, alerts]);
  return mine !== "" && dropped === mine;
}

/** A button if this browser can receive alerts, otherwise why it cannot and what to do. */
function ThisDevice({ underway, onAdd }: { underway: boolean; onAdd: () => void }) {
  const alertWords = useAlertWords();
  const [support, setSupport] = useState<"yes" | "no" | "install">();
  useEffect(() => {
    void pushSupport().then(setSupport, () => setSupport("no"));
  }, []);
  if (support === undefined) return null;
  if (support !== "yes") return <p className="hint">{support === "install" ? alertWords.pushInstall : alertWords.pushUnsupported}</p>;
  return (
    <button className="button quiet" type="button" aria-disabled={underway} onClick={() => !underway && onAdd()}>
      {alertWords.addDevice}
    </button>
  );
}
