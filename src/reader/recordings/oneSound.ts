let sounding: { owner: object; pause: () => void } | undefined;

/**
 * One sound at a time: whatever sounded before is paused, and so is each player of the browser's own on the page.
 * @param owner the same object for as long as it is the same sound
 * @param pause how this one is paused when another begins
 */
export function takeSound(owner: object, pause: () => void): void {
  if (sounding && sounding.owner !== owner) sounding.pause();
  sounding = { owner, pause };
  for (const element of document.querySelectorAll<HTMLMediaElement>("audio, video"))
    if (element !== owner && !element.paused && !element.muted) element.pause();
}

// A film, or a sound that was begun before the app was there. Such events do not bubble.
if (typeof document !== "undefined")
  document.addEventListener(
    "play",
    ({ target }) => {
      if (target instanceof HTMLMediaElement && !target.muted) takeSound(target, () => target.pause());
    },
    true,
  );
