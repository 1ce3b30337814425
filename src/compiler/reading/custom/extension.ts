import type * as v from "valibot";

/** An HTML element, as it is passed to the `html.read` of a custom block. */
export type HtmlElement = { name: string; attributes: Record<string, string>; text: string; children: HtmlElement[] };

/** A custom block type. Its functions are the paper's code, and may throw. */
export type BlockExtension = {
  name: string;
  schema: v.GenericSchema;
  text: (fields: unknown) => unknown;
  html?: { element: string; class?: string | undefined; read: (element: HtmlElement) => unknown } | undefined;
  /** The script of its component, relative to the site's base path. */
  script?: string;
  /** Renders it once, as a page does. */
  draw?: (props: { fields: unknown; id: string }) => void;
};

/** A custom source format. */
export type SourceExtension = {
  name: string;
  extensions: string[];
  read: (file: { path: string; text: string }) => unknown;
};

/** A custom step that every story goes through. `file` is the module that defines it. */
export type StepExtension = { file: string; refine: (story: unknown, file: string) => unknown };

/** The extensions of a paper. */
export type Extensions = {
  blocks: ReadonlyMap<string, BlockExtension>;
  sources: readonly SourceExtension[];
  steps: readonly StepExtension[];
  /** The scripts of components. */
  scripts: { script: string; code: string }[];
  /** Changes whenever any of the extensions changes. */
  digest: string;
};
