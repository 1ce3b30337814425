/** Remembers what was loaded by name, the latest `most` of them. What failed is forgotten, so that "Try again" tries again. */
export function remembered<T>(most: number, load: (name: string) => Promise<T>): Remembered<T> {
  const known = new Map<string, Promise<T>>();
  const get = (name: string): Promise<T> => {
    const before = known.get(name);
    known.delete(name);
    const value = before ?? load(name);
    known.set(name, value);
    if (!before) value.catch(() => known.delete(name));
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return value;
  };
  return { get, has: (name) => known.has(name) };
}

export type Remembered<T> = { get: (name: string) => Promise<T>; has: (name: string) => boolean };
