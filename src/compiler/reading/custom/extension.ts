import type * as v from "valibot";
import type { CertainField } from "../../draft/release/certainFields.ts";

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

/** A file, as it is passed to the `read` of a source. */
export type FileOfSource = { path: string; text: string; json: () => Promise<unknown>; types: readonly string[] };

/** A custom source format. Its functions may throw. */
export type SourceExtension = {
  name: string;
  extensions: readonly string[];
  detects?: ((file: { path: string; head: string }) => unknown) | undefined;
  release?: Readonly<Record<string, CertainField>> | undefined;
  timeZone?: string | undefined;
  read: (file: FileOfSource) => unknown;
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
