/** Longer than this no app waits for a picture that does not come, in milliseconds. */
const AT_MOST = 5000;

/** Resolves when everything that the first screen shows has arrived, and so has been drawn or is about to be. */
export function pageLoaded(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "complete") return resolve();
    addEventListener("load", () => resolve(), { once: true });
    setTimeout(resolve, AT_MOST);
  });
}
