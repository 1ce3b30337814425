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
import { useFocusOnChange } from "./useFocusOnChange.ts";
import { alertProblem, tellAlerts, useAlertWords } from "./useAlerts.ts";

type Props = {
  alerts: Alerts;
  /** What is said in the form: the server knows it when the first device is added. */
  settings: AlertSettings;
};

/** The devices that alerts reach: each can be removed, and the one at hand can be added. */
export function AlertDevices({ alerts, settings }: Props) {
  const own = useAlertWords();
  const words = useAccountWords();
  const client = useQueryClient();
  const mine = usePushDevice();
  const isMine = alerts.devices.some(({ id }) => id === mine);
  const isHere = !useIsDropped(mine, alerts) && isMine;
  useEffect(() => {
    // It may have been removed, or belong to whoever was signed in before.
    void forgetPushDevice([...alerts.devices.map(({ id }) => id), ...alerts.gone]).catch(() => {});
  }, [alerts.devices, alerts.gone]);
  const adding = useSubmit(async () => {
    const device = await subscribe(alerts.key, deviceName(navigator.userAgent) ?? words.unknownDevice);
    if (!alerts.on) await tellAlerts(client, "", settings);
    const { devices } = await tellAlerts(client, "/devices/add", device);
    await noteSubscribed(device, alerts.key, devices.at(-1)?.id ?? "");
    // With the same subscription it took the place of the one that was there; the worker may have renewed that just now.
    if (devices.some(({ id }) => id === mine)) await tellAlerts(client, "/devices/remove", { id: mine }).catch(unlessGone);
  });
  const removing = useSubmit((id: string) => tellAlerts(client, "/devices/remove", { id }));
  const heading = useFocusOnChange(alerts.devices.length);
  const trouble = adding.error ?? removing.error;
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        {own.devices}
      </h3>
      {alerts.devices.length === 0 && <p className="hint">{own.noDevices}</p>}
      <ul role="list" className="own">
        {alerts.devices.map(({ id, label, addedAt }) => (
          <li key={id} className="between">
            <div>
              <bdi>{label}</bdi>
              <p className="hint">{isHere && id === mine ? words.thisDevice : <Timestamp date={addedAt} style="moment" />}</p>
            </div>
            <button className="button quiet" type="button" aria-label={own.removeDeviceOf(label)} onClick={() => removing.start(id)}>
              {words.removePasskey}
            </button>
          </li>
        ))}
      </ul>
      {!isHere && <ThisDevice underway={adding.state === "underway"} onAdd={() => adding.start()} />}
      {trouble !== undefined && <ErrorNotice text={alertProblem(trouble, own, words)} />}
      <p role="status">{isHere && adding.state === "done" && own.deviceAdded}</p>
    </>
  );
}

function unlessGone(error: unknown): void {
  if (!(error instanceof ApiError) || error.code !== "no-device") throw error;
}

/** Whether the browser has dropped its subscription, has one made with another key or shows no notifications, so that no alert comes here although the account has the device. */
function useIsDropped(mine: string, alerts: Alerts): boolean {
  const [dropped, setDropped] = useState<string>();
  useEffect(() => {
    if (mine === "") return;
    const look = () =>
      void isSubscribed(alerts).then(
        (is) => setDropped(is ? undefined : mine),
        () => {},
      );
    const over = new AbortController();
    look();
    void navigator.permissions?.query({ name: "notifications" }).then(
      (permission) => permission.addEventListener("change", look, over),
      () => {},
    );
    return () => over.abort();
  }, [mine, alerts]);
  return mine !== "" && dropped === mine;
}

/** A button where this browser can receive alerts, else why it can't and what to do. */
function ThisDevice({ underway, onAdd }: { underway: boolean; onAdd: () => void }) {
  const own = useAlertWords();
  const [support, setSupport] = useState<"yes" | "no" | "install">();
  useEffect(() => {
    void pushSupport().then(setSupport, () => setSupport("no"));
  }, []);
  if (support === undefined) return null;
  if (support !== "yes") return <p className="hint">{support === "install" ? own.pushInstall : own.pushUnsupported}</p>;
  return (
    <button className="button quiet" type="button" aria-disabled={underway} onClick={() => !underway && onAdd()}>
      {own.addDevice}
    </button>
  );
}
