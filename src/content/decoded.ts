/** A part of an address as it is read: percent-decoded; one that is wrongly encoded, as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A whole address as it is read: signs that part it ("/", "?", "#") stay encoded. One that is wrongly encoded, as it stands. */
export function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
