import { blocked, type Fault, faultOf } from "./fault.ts";

/** The most faults that a page, or a worker until it is stopped, reports. */
const MOST = 5;

/** How long faults are collected before they are sent, in milliseconds. */
const DELAY = 3000;

/**
 * Reports uncaught errors and violations of the policy to the paper's own server. Those of other scripts, such as extensions, are
 * left out. Sends no cookie.
 * @param to the address to send them to
 * @param own the start of the addresses of our scripts
 * @param worker whether this is the service worker
 */
export function reportFaults(to: string, own: string, worker = false): void {
  const found: Fault[] = [];
  let left = MOST;
  const send = (): void => {
    const body = JSON.stringify({ faults: found.splice(0) });
    void fetch(to, { method: "POST", headers: { "Content-Type": "application/json" }, body, credentials: "omit", keepalive: true }).catch(
      () => {},
    );
  };
  const note = (kind: Fault["kind"], message: string, script: string, line: number | string | undefined): void => {
    if (!script.startsWith(own) || left === 0) return;
    left -= 1;
    if (found.push(faultOf(worker ? "worker" : kind, message, script, line)) === 1) setTimeout(send, DELAY);
  };
  addEventListener("error", ({ message, filename, lineno }) => note("error", message, filename, lineno));
  addEventListener("unhandledrejection", ({ reason }: { reason: unknown }) => {
    if (!(reason instanceof Error)) return;
    const [, script = "", line] = /(https?:[^\s()]+\.js):(\d+)/u.exec(reason.stack ?? "") ?? [];
    note("rejection", String(reason), script, line);
  });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    note("policy", `${effectiveDirective} ${blocked(blockedURI)}`, sourceFile, lineNumber),
  );
}
