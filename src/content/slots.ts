/** The places of a page into which a paper may put HTML of its own, as `slots/NAME.html`. */
export const SLOT_NAMES = ["head", "masthead-end", "before-story", "in-story", "after-story", "sidebar", "footer"] as const;

export type SlotName = (typeof SLOT_NAMES)[number];

/** The directives of the Content-Security-Policy to which a paper may add origins, for what its slots load, and its recordings. */
export const ORIGIN_DIRECTIVES = ["script-src", "connect-src", "frame-src", "form-action", "img-src", "media-src"] as const;

export type OriginDirective = (typeof ORIGIN_DIRECTIVES)[number];

export type Origins = Partial<Record<OriginDirective, string[]>>;

/** A slot as pages have it. */
export type Slot = {
  name: SlotName;
  html: string;
  /** Of the slot in a story: the paragraph after which it stands. */
  after?: number;
  /** Whether it waits until the reader says yes. */
  consent: boolean;
  /** The hosts that it loads from, which is what the reader is asked about. */
  hosts: string[];
};

/** All slots of a paper, and what they need. */
export type Slots = { slots: Slot[]; origins: Origins; styles: string; files: { file: string; bytes: Uint8Array }[] };

/** The attributes of the template by which a page hands a slot on to the app. */
export const SLOT_ATTRIBUTE = "data-slot";
