/** An address counted from a base; as written where there is no base and it is relative. Undefined for what is no address. */
export function resolved(address: string, base: string | undefined): string | undefined {
  const written = address.trim();
  if (written === "") return undefined;
  if (base !== undefined && URL.canParse(written, base)) {
    // An address that is complete stays as it is written: readers and other sites have it so.
    return URL.canParse(written) ? written : new URL(written, base).href;
  }
  return written;
}

/** Whether an address leads to a page of the web. */
export const isWeb = (address: string): boolean => /^https?:\/\//iu.test(address) && URL.canParse(address);
