import { useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { formatDate, isOnDay, useCalendar } from "../../i18n/formatDate.ts";
import { useWords } from "../../i18n/words.ts";
import { useFromDevice } from "../../device/connection.ts";
import "./deviceNotice.css";

/** Says that the content shown comes from the device, and how old it is. */
export function DeviceNotice() {
  const text = useNotice();
  if (text === undefined) return null;
  return (
    <p className="notice">
      <Icon name="offline" />
      {text}
    </p>
  );
}

/** Announces the same to screen readers, once, when it begins. It survives page changes, while each page has a notice of its own. */
export function DeviceStatus() {
  const text = useNotice();
  const [announced, setAnnounced] = useState<string>();
  if ((text === undefined) !== (announced === undefined)) setAnnounced(text);
  return (
    <p className="unseen" role="status">
      {announced}
    </p>
  );
}

function useNotice(): string | undefined {
  const words = useWords();
  const calendar = useCalendar();
  const kept = useFromDevice();
  const [today] = useState(() => new Date().toISOString());
  if (!kept) return undefined;
  // The device's time zone: "today" is the reader's day, not the paper's.
  const deviceCalendar = { ...calendar, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  const since = formatDate(kept.since, isOnDay(kept.since, today, deviceCalendar) ? "time" : "moment", deviceCalendar);
  return navigator.onLine ? words.fromDeviceSlow(since) : words.fromDevice(since);
}
