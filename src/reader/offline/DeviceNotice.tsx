import { useState } from "react";
import { Icon } from "../ui/Icon.tsx";
import { formatDate, isOnDay, useCalendar } from "../words/dates.ts";
import { useWords } from "../words/words.ts";
import { useFromDevice } from "./connection.ts";
import "./deviceNotice.css";

/** Says that what is shown comes from the device, and from when it is. */
export function DeviceNotice() {
  const words = useWords();
  const calendar = useCalendar();
  const kept = useFromDevice();
  const [today] = useState(() => new Date().toISOString());
  if (!kept) return null;
  // The device's own clock and zone: it is the reader's day, not the paper's.
  const here = { ...calendar, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  const since = formatDate(kept.since, isOnDay(kept.since, today, here) ? "time" : "moment", here);
  return (
    <p className="notice" role="status">
      <Icon name="offline" />
      {navigator.onLine ? words.fromDeviceSlow(since) : words.fromDevice(since)}
    </p>
  );
}
