/**
 * The modules that the host passes to the component of a paper's block. Its script is an ES module whose
 * default export is a function. It takes a function that returns these modules by name, and an empty
 * object, and returns the component.
 */
export const HOST_MODULES = ["react", "react/jsx-runtime"] as const;

/** A component as it is sent to threads: the path of its script below the site's base, and the script's text. */
export type ComponentScript = { script: string; code: string };
