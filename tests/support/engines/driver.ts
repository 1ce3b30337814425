/** A window of a browser, in the few words that the protocol of every engine knows. */
export type Driver = {
  /** Ends when the page has loaded. */
  open: (address: string) => Promise<void>;
  reload: () => Promise<void>;
  back: () => Promise<void>;
  forward: () => Promise<void>;
  /** Runs a function in the page: it knows its arguments alone. What it answers has been JSON. */
  evaluate: <Args extends (string | number)[]>(run: (...args: Args) => unknown, ...args: Args) => Promise<unknown>;
  /** Clicks with the mouse at a point of the window, in pixels. */
  clickAt: (x: number, y: number) => Promise<void>;
  /** Holds all keys but the last and presses that one. */
  press: (...keys: Key[]) => Promise<void>;
  /** What the window shows, as PNG. */
  picture: () => Promise<Uint8Array>;
  /** Ends the browser. @returns the errors that its console has told of */
  close: () => Promise<string[]>;
};

/** The keys that the journeys press, by their names in the DOM. */
export type Key = "Control" | "Enter" | "Escape" | "Tab" | "a" | "j" | "t" | "v" | "?";

export type WindowOptions = { width: number; height: number; scripts: boolean };

/** A browser engine, and how to start a fresh browser of it with one window. */
export type Engine = { name: string; start: (options: WindowOptions) => Promise<Driver> };
