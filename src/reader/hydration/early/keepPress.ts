/** A press that came before the app. */
export type KeptPress = {
  /** Resolves at the first press: someone waits. */
  pressed: Promise<void>;
  /** Presses the control again, now that something answers. */
  answer: () => void;
  /** Nothing will answer: a link leads where it leads without the app. */
  giveUp: () => void;
};

/**
 * Keeps the last press on a button until the app is there, and on a link that
 * the app makes the opener of a dialog. It says that it is busy until then. Other
 * links, summaries and forms need nobody to work.
 * @param within a selector, for a part of the page that comes to life by itself
 */
export function keepPress(within = ""): KeptPress {
  let kept: HTMLElement | undefined;
  let tell = () => {};
  const pressed = new Promise<void>((resolve) => (tell = resolve));
  const keep = (event: MouseEvent) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const selector = `${within} :is(button[type=button], a[data-opens]:not([role]))`;
    const control = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (!control || ctrlKey || metaKey || shiftKey) return;
    if (control instanceof HTMLAnchorElement) event.preventDefault();
    kept?.removeAttribute("aria-busy");
    control.setAttribute("aria-busy", "true");
    kept = control;
    tell();
  };
  document.addEventListener("click", keep, { capture: true });
  const end = (): HTMLElement | undefined => {
    document.removeEventListener("click", keep, { capture: true });
    kept?.removeAttribute("aria-busy");
    return kept?.isConnected ? kept : undefined;
  };
  const answer = () => {
    const control = end();
    if (control instanceof HTMLAnchorElement) pressOpener(control);
    else control?.click();
  };
  const giveUp = () => {
    const control = end();
    if (control instanceof HTMLAnchorElement) location.assign(control.href);
  };
  return { pressed, answer, giveUp };
}

/** A link is an opener a moment after the app has taken it over. */
function pressOpener(link: HTMLAnchorElement): void {
  if (link.role === "button") return link.click();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    link.click();
  });
  observer.observe(link, { attributeFilter: ["role"] });
}
