/** Whether to fetch only what was asked for. Only Chromium has the Network Information API; elsewhere no reader can have asked to save. */
export function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection !== "object" || connection === null) return false;
  return Reflect.get(connection, "saveData") === true || String(Reflect.get(connection, "effectiveType")).endsWith("2g");
}
