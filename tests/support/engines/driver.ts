/** A browser window, with the few commands that the protocols of all engines have. */
export type Driver = {
  /** Resolves when the page has loaded. */
  open: (address: string) => Promise<void>;
  reload: () => Promise<void>;
  back: () => Promise<void>;
  forward: () => Promise<void>;
  /** Runs a function in the page. It can use only its arguments, and its result is passed as JSON. */
  evaluate: <Args extends (string | number)[]>(run: (...args: Args) => unknown, ...args: Args) => Promise<unknown>;
  /** Clicks with the mouse at a point of the window, in pixels. */
  clickAt: (x: number, y: number) => Promise<void>;
  /** Holds all keys but the last and presses that one. */
  press: (...keys: Key[]) => Promise<void>;
  /** What the window shows, as PNG. */
  picture: () => Promise<Uint8Array>;
  /** Closes the browser. @returns the errors of its console */
  close: () => Promise<string[]>;
};

/** The keys that the journeys press, by their names in the DOM. */
export type Key = "Control" | "Enter" | "Escape" | "Tab" | "a" | "j" | "t" | "v" | "?";

export type WindowOptions = { width: number; height: number; scripts: boolean };

/** A browser engine, and how to start a fresh browser of it with one window. */
export type Engine = { name: string; start: (options: WindowOptions) => Promise<Driver> };
