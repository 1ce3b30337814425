import { deviceValue } from "../device/deviceValue.ts";

/** Whether the reader lets parts of the paper load from elsewhere: "yes", "no", or not asked yet. */
export const consent = deviceValue(
  () => "broadsheet-consent",
  (found) => (found === "yes" || found === "no" ? found : undefined),
);
