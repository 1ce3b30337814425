let active: { owner: object; pause: () => void } | undefined;

/**
 * Lets one sound play at a time: pauses the one before, and every other audio and video element of the page.
 * @param owner the same object for as long as it is the same sound
 * @param pause pauses this one when another begins
 */
export function takeSound(owner: object, pause: () => void): void {
  if (active && active.owner !== owner) active.pause();
  active = { owner, pause };
  for (const element of document.querySelectorAll<HTMLMediaElement>("audio, video"))
    if (element !== owner && !element.paused && !element.muted) element.pause();
}

// For a film, or a sound that was started before the app had loaded. Such events do not bubble.
if (typeof document !== "undefined")
  document.addEventListener(
    "play",
    ({ target }) => {
      if (target instanceof HTMLMediaElement && !target.muted) takeSound(target, () => target.pause());
    },
    true,
  );
