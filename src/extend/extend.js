/** Schemas for the fields of blocks, in the version of valibot that Broadsheet itself has. */
export * as v from "valibot";

// Each gives back what it is given: they are there for its types.
export const defineBlock = (definition) => definition;
export const defineSource = (definition) => definition;
export const defineRefineStep = (definition) => definition;
