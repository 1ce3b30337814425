/** The meta element by which a page says where its worker is. Without it there is none: in development, and where the publisher wants none. */
export const WORKER_META = "broadsheet-worker";

/** The one Trusted Types policy that a page may make: for the address of its worker, which counts as a script. */
export const WORKER_POLICY = "broadsheet-worker";

/**
 * The address of this page's worker, as the browser wants it said.
 * @returns undefined where the page has none
 */
export function workerScript(document: Document): unknown {
  const address = document.querySelector<HTMLMetaElement>(`meta[name="${WORKER_META}"]`)?.content;
  if (!address) return undefined;
  const types: unknown = Reflect.get(globalThis, "trustedTypes");
  if (typeof types !== "object" || types === null) return address;
  const make: unknown = Reflect.get(types, "createPolicy");
  if (typeof make !== "function") return address;
  const only = (url: string) => {
    if (url !== address) throw new TypeError(`${url} is not this page's worker.`);
    return url;
  };
  const policy: unknown = Reflect.apply(make, types, [WORKER_POLICY, { createScriptURL: only }]);
  if (typeof policy !== "object" || policy === null) return address;
  const trust: unknown = Reflect.get(policy, "createScriptURL");
  return typeof trust === "function" ? Reflect.apply(trust, policy, [address]) : address;
}
