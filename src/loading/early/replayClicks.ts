/** Replays the last click that was made before hydration. */
export type ClickReplay = {
  /** Resolves at the first click: the reader is waiting. */
  clicked: Promise<void>;
  /** Clicks the control again, now that the app answers. */
  replay: () => void;
  /** The app will not answer: a link is followed as it is without the app. */
  giveUp: () => void;
};

/**
 * Keeps the last click on a button, or on a link that the app makes the opener of
 * a dialog, until the app is ready. The control is marked as busy until then. Other
 * links, summaries and forms work without the app.
 * @param within a selector, for a part of the page that is hydrated separately
 */
export function replayClicks(within = ""): ClickReplay {
  let kept: HTMLElement | undefined;
  let markClicked = () => {};
  const clicked = new Promise<void>((resolve) => (markClicked = resolve));
  const keep = (event: MouseEvent) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const selector = `${within} :is(button[type=button], a[data-opens]:not([role]))`;
    const control = target instanceof Element ? target.closest<HTMLElement>(selector) : null;
    if (!control || ctrlKey || metaKey || shiftKey) return;
    if (control instanceof HTMLAnchorElement) event.preventDefault();
    kept?.removeAttribute("aria-busy");
    control.setAttribute("aria-busy", "true");
    kept = control;
    markClicked();
  };
  document.addEventListener("click", keep, { capture: true });
  const end = (press: (control: HTMLElement) => void) => {
    document.removeEventListener("click", keep, { capture: true });
    if (kept?.isConnected) press(kept);
    // After the press, which hydrates a part that is busy (hydrateInSight.tsx).
    kept?.removeAttribute("aria-busy");
  };
  const replay = () => end((control) => (control instanceof HTMLAnchorElement ? pressOpener(control) : control.click()));
  const giveUp = () => end((control) => control instanceof HTMLAnchorElement && location.assign(control.href));
  return { clicked, replay, giveUp };
}

/** A link becomes an opener a moment after it is hydrated. */
function pressOpener(link: HTMLAnchorElement): void {
  if (link.role === "button") return link.click();
  const observer = new MutationObserver(() => {
    observer.disconnect();
    link.click();
  });
  observer.observe(link, { attributeFilter: ["role"] });
}
