/** Where pages and browsers send faults, below the base of a site whose server counts them. */
export const faultsPath = "api/faults";

/**
 * Something that went wrong in a reader's browser. `policy` is a violation of the Content-Security-Policy, `worker` an error of the
 * service worker, `crash` a page that the browser ended. `place` is the name of a script of the app, which differs with each version,
 * and a line; "" if no script did it.
 */
export type Fault = { kind: "error" | "rejection" | "policy" | "worker" | "crash"; message: string; place: string };

const LONGEST = 160;

/** A fault without what could tell of a reader or of what they read: addresses, quotations, long numbers. @param script the address of the script */
export function faultOf(kind: Fault["kind"], message: string, script = "", line: number | string = 0): Fault {
  const name = /([\w.-]+\.js)$/u.exec(script)?.[1];
  return { kind, message: impersonal(message.slice(0, 1000)), place: name === undefined ? "" : `${name}:${line}` };
}

/** The name of a property that was missing, which tells of our code only, and apostrophes; or what may be private. */
const PRIVATE = /(\((?:reading|setting) '[\w$#]+'\)|\w'\w)|(["'`]).*?\2|[“«„].*?[”»“]|["'`“«„].*|\S+@\S+|\S*[/\\]\S*|\d{4,}/gsu;

/** Without control characters too, since the operator may read it in a terminal. */
const impersonal = (text: string): string =>
  text
    .replaceAll(PRIVATE, (_, kept?: string) => kept ?? "…")
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, LONGEST);

/** What a policy stopped: a word such as "inline", or the scheme of an address. */
export const blocked = (what: string): string => /^[a-z-]+/u.exec(what)?.[0] ?? "";
