/** Whether a JSON value is an object, not an array or null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same without dates, which are values in TOML and YAML. */
export const isPlainRecord = (value: unknown): value is Record<string, unknown> => isRecord(value) && !(value instanceof Date);
