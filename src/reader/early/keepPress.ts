/** A press that came before the app. */
export type KeptPress = {
  /** Resolves at the first press: someone waits. */
  pressed: Promise<void>;
  /** Presses the control again, now that something answers. */
  answer: () => void;
};

/**
 * Keeps the last press on a button until the app is there. Links, summaries and
 * forms need nobody to work.
 * @param within a selector, for a part of the page that comes to life by itself
 */
export function keepPress(within = ""): KeptPress {
  let kept: HTMLButtonElement | undefined;
  let tell = () => {};
  const pressed = new Promise<void>((resolve) => (tell = resolve));
  const keep = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>(`${within} button[type=button]`) : null;
    if (!button) return;
    kept = button;
    tell();
  };
  document.addEventListener("click", keep, { capture: true });
  const answer = () => {
    document.removeEventListener("click", keep, { capture: true });
    if (kept?.isConnected) kept.click();
  };
  return { pressed, answer };
}
