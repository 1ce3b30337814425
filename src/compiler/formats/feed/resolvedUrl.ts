/** An address resolved against a base, or as written if it cannot be. Undefined if it is empty. */
export function resolvedUrl(address: string, base: string | undefined): string | undefined {
  const written = address.trim();
  if (written === "") return undefined;
  if (base !== undefined && URL.canParse(written, base)) {
    // An absolute address stays as written: readers and other sites know it in that form.
    return URL.canParse(written) ? written : new URL(written, base).href;
  }
  return written;
}

/** Whether this is an address on the web. */
export const isWeb = (address: string): boolean => /^https?:\/\//iu.test(address) && URL.canParse(address);
