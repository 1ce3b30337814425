import type { Brand } from "#content/brand.ts";
import type { ComponentScript } from "#content/blocks/customBlock.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { Placed } from "#compiler/output/output.ts";
import type { Slots } from "#content/slots.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import type { OtherEdition } from "#prerender/createPageRenderer.ts";
import type { PaperSite } from "#prerender/createDocument.ts";

/** What a thread needs to make the files of a site. */
export type RenderOptions = {
  paper: {
    site: PaperSite;
    edition: Edition;
    worker: boolean;
    isUnindexed: boolean;
    brand: Brand | undefined;
    slots: Slots | undefined;
    words: WordFiles;
    /** The editions in other languages. */
    others: OtherEdition[];
    components: ComponentScript[] | undefined;
  };
  /** See Placer. */
  place: { folder: string; site: string | undefined; isEmpty: boolean };
  compressed: boolean;
};

/** A thread's answer to a batch of work. */
export type Answer = { placed: Placed[] } | { error: string };
