/** An address as it is read; one that is wrongly percent-encoded, as it stands. */
export function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
