/**
 * jsdom has <audio> but does not play. This imitates what a test can observe of a browser: play, pause, the
 * position, the end and a file that does not load, each with its events.
 */
type Played = { paused: boolean; time: number; ended: boolean; error: { code: number } | null };

const played = new WeakMap<HTMLMediaElement, Played>();
let last: HTMLMediaElement | undefined;

/** Endings of the addresses of files that do not load, and of those that never start. */
export const missingSounds = new Set<string>();
export const slowSounds = new Set<string>();

const of = (element: HTMLMediaElement): Played => {
  const found = played.get(element) ?? { paused: true, time: 0, ended: false, error: null };
  played.set(element, found);
  return found;
};

const remember = (element: HTMLMediaElement) => (last = element);

const isIn = (files: Set<string>, { src }: HTMLMediaElement): boolean => [...files].some((file) => src.endsWith(file));

/** The playing element and its file; undefined while nothing plays. */
export const playedSound = (): HTMLMediaElement | undefined => (last && !of(last).paused ? last : undefined);

/** Advances the playback to a time, in seconds. */
export function playTo(seconds: number): void {
  if (!last) throw new Error("Nothing plays.");
  of(last).time = seconds;
  last.dispatchEvent(new Event("timeupdate"));
}

/** Advances the playback to the end, where a browser fires a pause event too. */
export function endSound(): void {
  if (!last) throw new Error("Nothing plays.");
  Object.assign(of(last), { paused: true, ended: true });
  last.dispatchEvent(new Event("pause"));
  last.dispatchEvent(new Event("ended"));
}

/** The connection breaks. */
export function loseSound(): void {
  if (!last) throw new Error("Nothing plays.");
  of(last).error = { code: 2 };
  last.dispatchEvent(new Event("error"));
}

HTMLMediaElement.prototype.load = function load(this: HTMLMediaElement): void {
  // No event reports it.
  Object.assign(of(this), { paused: true, time: 0, ended: false, error: null });
};

for (const [name, get] of [
  ["paused", ({ paused }: Played) => paused],
  ["ended", ({ ended }: Played) => ended],
  ["error", ({ error }: Played) => error],
] as const)
  Object.defineProperty(HTMLMediaElement.prototype, name, {
    configurable: true,
    get(this: HTMLMediaElement) {
      return get(of(this));
    },
  });

Object.defineProperty(HTMLMediaElement.prototype, "currentTime", {
  configurable: true,
  get(this: HTMLMediaElement) {
    return of(this).time;
  },
  set(this: HTMLMediaElement, time: number) {
    of(this).time = time;
  },
});

HTMLMediaElement.prototype.play = async function play(this: HTMLMediaElement): Promise<void> {
  const state = of(this);
  remember(this);
  const { src } = this;
  Object.assign(state, { paused: false, ended: false, error: null });
  this.dispatchEvent(new Event("play"));
  await Promise.resolve();
  // Another file, or none, has been set meanwhile.
  if (state.paused || this.src !== src) throw new DOMException("It was interrupted.", "AbortError");
  if (isIn(slowSounds, this)) return new Promise(() => {});
  if (isIn(missingSounds, this)) {
    state.error = { code: 4 };
    this.dispatchEvent(new Event("error"));
    throw new DOMException("It did not load.", "NotSupportedError");
  }
  this.dispatchEvent(new Event("playing"));
};

HTMLMediaElement.prototype.pause = function pause(this: HTMLMediaElement): void {
  const state = of(this);
  if (state.paused) return;
  state.paused = true;
  void Promise.resolve().then(() => this.dispatchEvent(new Event("pause")));
};
