/** The meta element with the address of the page's worker. It is missing in development, and if the publisher wants no worker. */
export const WORKER_META = "broadsheet-worker";

/** The only Trusted Types policy that a page may create: for the address of its worker, which counts as a script. */
export const WORKER_POLICY = "broadsheet-worker";

/**
 * The address of this page's worker, as a TrustedScriptURL where the browser requires one.
 * @returns undefined if the page has none
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
