/** Copies a text to the clipboard. @returns false without a clipboard, as over plain HTTP, or if the browser refuses access */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
