import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { deviceValue } from "../../device/deviceValue.ts";

/** The data address of the edition for which alerts are on. */
const edition = deviceValue<unknown>(
  () => `${cachePrefix(address().base)}alerts`,
  (found) => found,
);

/** Whether this device announces new stories of followed subjects in the open edition. Off until the reader switches it on. */
export const useAlertsOn = (): boolean => edition.use() === address().data;

export const noteAlertsOn = (on: boolean): void => edition.keep(on ? address().data : undefined);
