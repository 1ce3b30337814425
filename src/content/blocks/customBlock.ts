/**
 * The modules that the component of a paper's block is given. Its script is a module of its own, whose
 * default export is a function: of one that gives the modules by their names, and of an empty object.
 * It returns the component.
 */
export const HOSTED = ["react", "react/jsx-runtime"] as const;

/** A component as threads pass it on: its script below the site's base, and the text of that. */
export type ComponentScript = { script: string; code: string };
