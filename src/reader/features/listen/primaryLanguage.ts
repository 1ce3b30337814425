/** "de" for "de-AT", or for "de_AT" as Android writes it. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*$/u, "");
}
