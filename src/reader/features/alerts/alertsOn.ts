import { cachePrefix } from "#content/serviceWorker.ts";
import { address } from "../../edition/address.ts";
import { deviceValue } from "../../device/deviceValue.ts";

/** The data address of the edition whose new stories this device tells of. */
const edition = deviceValue<unknown>(
  () => `${cachePrefix(address().base)}alerts`,
  (found) => found,
);

/** Whether this device tells of new stories of what is followed, in the edition that is open. It is off until the reader switches it on. */
export const useAlertsOn = (): boolean => edition.use() === address().data;

export const noteAlertsOn = (on: boolean): void => edition.keep(on ? address().data : undefined);
