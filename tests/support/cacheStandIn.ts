import { vi } from "vitest";

/** Caches, which jsdom and Node lack. @returns the names of the caches that there are */
export function standInForCaches(): Map<string, Map<string, string>> {
  const all = new Map<string, Map<string, string>>();
  const open = async (name: string) => {
    const entries = all.get(name) ?? new Map<string, string>();
    all.set(name, entries);
    return {
      match: async (url: string) => (entries.has(url) ? new Response(entries.get(url)) : undefined),
      put: async (url: string, response: Response) => void entries.set(url, await response.text()),
    };
  };
  vi.stubGlobal("caches", { open, delete: async (name: string) => all.delete(name) });
  return all;
}
