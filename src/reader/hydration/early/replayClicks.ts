/** A click that came before hydration. */
export type ClickReplay = {
  /** Resolves at the first click: someone waits. */
  clicked: Promise<void>;
  /** Clicks the control again, now that something answers. */
  replay: () => void;
  /** Nothing will answer: a link leads where it leads without the app. */
  giveUp: () => void;
};

/**
 * Keeps the last click on a button until the app is there, and on a link that
 * the app makes the opener of a dialog. It says that it is busy until then. Other
 * links, summaries and forms need nobody to work.
 * @param within a selector, for a part of the page that is hydrated by itself
 */
export function replayClicks(within = ""): ClickReplay {
  let kept: HTMLElement | undefined;
  let tell = () => {};
  const clicked = new Promise<void>((resolve) => (tell = resolve));
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
  const replay = () => {
    const control = end();
    if (control instanceof HTMLAnchorElement) pressOpener(control);
    else control?.click();
  };
  const giveUp = () => {
    const control = end();
    if (control instanceof HTMLAnchorElement) location.assign(control.href);
  };
  return { clicked, replay, giveUp };
}

/** A link is an opener a moment after it is hydrated. */
function pressOpener(link: HTMLAnchorElement): void {
  if (link.role === "button") return link.click();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    link.click();
  });
  observer.observe(link, { attributeFilter: ["role"] });
}
