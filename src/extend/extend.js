/** Schemas for the fields of blocks, in the version of valibot that Broadsheet itself uses. */
export * as v from "valibot";

// Each returns its argument: they exist for its type.
export const defineBlock = (definition) => definition;
export const defineSource = (definition) => definition;
export const defineRefineStep = (definition) => definition;
