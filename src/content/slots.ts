/** The places in a page where a paper may put HTML of its own, from `slots/NAME.html`. */
export const SLOT_NAMES = ["head", "masthead-end", "before-story", "in-story", "after-story", "sidebar", "footer"] as const;

export type SlotName = (typeof SLOT_NAMES)[number];

/** The Content-Security-Policy directives to which a paper may add origins, for its recordings and what its slots load. */
export const ORIGIN_DIRECTIVES = ["script-src", "connect-src", "frame-src", "form-action", "img-src", "media-src"] as const;

export type OriginDirective = (typeof ORIGIN_DIRECTIVES)[number];

export type Origins = Partial<Record<OriginDirective, string[]>>;

/** A slot as pages contain it. */
export type Slot = {
  name: SlotName;
  html: string;
  /** For the slot in a story: the number of the paragraph that it follows. */
  after?: number;
  /** Whether it waits for the reader's consent. */
  consent: boolean;
  /** The hosts that it loads from, which the question for consent names. */
  hosts: string[];
};

/**
 * All slots of a paper, and what they need. `editions`: all slots of each edition in another language that has some of its own, by
 * its prefix.
 */
export type Slots = {
  slots: Slot[];
  editions?: Record<string, Slot[]>;
  origins: Origins;
  styles: string;
  files: { file: string; bytes: Uint8Array }[];
};

/** The slots of the edition below a prefix. */
export const slotsIn = (slots: Pick<Slots, "slots" | "editions"> | undefined, prefix = ""): Slot[] =>
  slots?.editions?.[prefix] ?? slots?.slots ?? [];

/** The attribute of the template with which a page passes a slot to the app. */
export const SLOT_ATTRIBUTE = "data-slot";
