/** Whether nothing may be fetched that was not asked for. The Network Information API is Chromium's alone; its absence means that nobody asked to save. */
export function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection !== "object" || connection === null) return false;
  return Reflect.get(connection, "saveData") === true || String(Reflect.get(connection, "effectiveType")).endsWith("2g");
}
