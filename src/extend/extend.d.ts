import type { GenericSchema, InferOutput } from "valibot";

/** Schemas for the fields of blocks, in the version of valibot that Broadsheet itself uses. */
export * as v from "valibot";

/** A block of a story, in the form of article JSON (docs/article.md): `{ type: "list", items: ["a", "b"] }`. */
export type StoryBlock = { type: string; [field: string]: unknown };

/** A string is a paragraph. */
export type StoryText = string | StoryBlock | readonly (string | StoryBlock)[];

/**
 * HTML in the place of blocks, of a text, of a byline or of a picture, in the story of a source. A text is its words, a byline is
 * divided into the names in it, and a picture is that with which it begins.
 */
export type Html = { type: "html"; html: string };

/** An HTML element, as an importer sees it. */
export type HtmlElement = {
  /** In lower case. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** All text in it, on one line. */
  text: string;
  /** Its child elements. */
  children: readonly HtmlElement[];
};

/** A kind of block: `blocks/NAME/block.ts` of a paper. */
export type BlockDefinition<Schema extends GenericSchema = GenericSchema> = {
  /** The fields that stories give it. The schema's output must be JSON. */
  schema: Schema;
  /** The block as text, for search, feeds, reading aloud, and pages without JavaScript. */
  text: (fields: InferOutput<Schema>) => StoryText;
  /** The HTML elements that become such a block. `read` returns the fields of one; undefined if it is no such block after all. */
  html?: { element: string; class?: string; read: (element: HtmlElement) => unknown };
};

/** The props of the component in `blocks/NAME/component.tsx`. */
export type BlockProps<Definition extends { schema: GenericSchema }> = {
  fields: InferOutput<Definition["schema"]>;
  /** Stays the same as long as the fields do, so that a device can store something under it. */
  id: string;
};

/** A story in the form of article JSON (docs/article.md). */
export type Story = { [field: string]: unknown };

/**
 * What one field of a system says about who may see a story. Either only the values that it `publishes` are public, or all but those
 * that it `withholds`, or it is read by what it `means`. Case and separators in values make no difference.
 */
export type ReleaseField =
  | {
      publishes: readonly string[];
      /** Values that are known to keep a story back. Any other keeps it back too, and is reported. */
      withholds?: readonly string[];
      /** Values of a story that waits for a moment, which another field gives. */
      waits?: readonly string[];
      /** Whether one public value in a list is enough, as for channels. */
      any?: true;
      /** Whether the field keeps the story back where it is empty. */
      isRequired?: true;
    }
  | { withholds: readonly string[]; publishes?: never }
  | { means: "release" | "embargo" | "expiry" | "status" | "stage" | "audience" | "hides" | "shows" | "locks" };

/** An item of a file, which may be a story. `place` tells it from a story that is returned as it is. */
export type SourceItem = {
  /** Where it is in the file, for messages: "item 12". */
  place: string;
  /** Its `id` suffices if the item is skipped or held. */
  story?: Story;
  /** The item as the file has it: the fields of `release` are read from it, and others that say who may see it. */
  item?: Readonly<Record<string, unknown>>;
  /** The address at which it was published. Relative links in its story are resolved against it. */
  base?: string | undefined;
  /** Whether the picture with which its text begins is that of the story, if it has no `image`. It may be all that the story has. */
  firstFigureLeads?: boolean;
  /** Why it does not become a story, as a full sentence. */
  skipped?: string | undefined;
  /** Why readers may not see it, as a full sentence. */
  held?: string | undefined;
  /** What could not be kept as it is, in full sentences; warnings by default. `place` is where it is in the item. */
  problems?: readonly { message: string; place?: string; severity?: "error" | "warning" | "notice" }[];
};

/** A file to read. `path` is relative to the paper's folder. */
export type SourceFile = {
  path: string;
  text: string;
  /** Its value as JSON; undefined if it is not valid, which is reported. */
  json: () => Promise<unknown>;
  /** The kinds of item besides stories that an import is asked to read. */
  types: readonly string[];
};

type Found = Story | SourceItem | readonly (Story | SourceItem)[];

/** A file format: `sources/NAME.ts` of a paper. */
export type SourceDefinition = {
  /** The extensions of its files, without a dot. Those that Broadsheet itself reads need `detects`. */
  extensions: readonly string[];
  /** Tells the files of this format from others with the same extension. `head` is the first 64 kB of text. */
  detects?: (file: { path: string; head: string }) => boolean;
  /** The fields of its items that say who may see them. A field in a group is named by its path: "revision.published". */
  release?: Readonly<Record<string, ReleaseField>>;
  /** The time zone of moments that do not give one, in those fields and in posts; the paper's by default. */
  timeZone?: string;
  /**
   * Returns the stories of a file. A story may have `html` instead of `body`, and `Html` in the place of blocks, texts and its
   * `image`, which may also be a list: the first that can be shown counts. Its blocks may be the posts of a live blog, each with a
   * date and fields that keep it back, like a story, and a `place` in the item for messages.
   */
  read: (file: SourceFile) => Found | Promise<Found>;
};

/** A step applied to each story: `refine/NAME.ts` of a paper. Steps run in the order of their names. */
export type RefineStepDefinition = {
  /** Returns the fields to change; null removes one. `file` is the name of the story's file. */
  refine: (story: Readonly<Story>, file: string) => Story | undefined | Promise<Story | undefined>;
};

export declare function defineBlock<const Schema extends GenericSchema>(definition: BlockDefinition<Schema>): BlockDefinition<Schema>;
export declare function defineSource(definition: SourceDefinition): SourceDefinition;
export declare function defineRefineStep(definition: RefineStepDefinition): RefineStepDefinition;
