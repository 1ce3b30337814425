/** Puts this page's address, without a place in it, onto the clipboard. Answers false where there is none, as over plain HTTP, or where the browser refuses. */
export async function copyPageAddress(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(location.href.replace(/#.*$/u, ""));
    return true;
  } catch {
    return false;
  }
}
