import { savesData } from "./savesData.ts";

/** Below this part of its charge a device that is not plugged in spares its radio. */
const LOW = 0.2;

/**
 * Whether pages may be fetched that nobody has pointed at. A browser that does not
 * tell how it is connected gets none: the connection may be paid for by the byte.
 */
export async function isWellConnected(): Promise<boolean> {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (savesData() || typeof connection !== "object" || connection === null) return false;
  return Reflect.get(connection, "effectiveType") === "4g" && !(await isLow());
}

async function isLow(): Promise<boolean> {
  const ask: unknown = Reflect.get(navigator, "getBattery");
  if (typeof ask !== "function") return false;
  const battery: unknown = await Promise.resolve(Reflect.apply(ask, navigator, [])).catch(() => undefined);
  if (typeof battery !== "object" || battery === null) return false;
  return Reflect.get(battery, "charging") === false && Number(Reflect.get(battery, "level")) < LOW;
}
