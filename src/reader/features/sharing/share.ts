/**
 * Opens the device's sheet for sharing (Web Share).
 * @returns false where there is none or it will not open; true also where the reader changed their mind
 */
export async function share(story: { title: string; url: string }): Promise<boolean> {
  if (!navigator.canShare?.(story)) return false;
  try {
    await navigator.share(story);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}
