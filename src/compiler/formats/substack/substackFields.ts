import { certainFields } from "../../draft/release/certainFields.ts";

/** The fields by which Substack says who may read a post. */
export const SUBSTACK_FIELDS = certainFields({
  is_published: { publishes: ["true"], withholds: ["false"], isRequired: true },
  audience: { publishes: ["everyone"], withholds: ["only_paid", "only_free", "founding"], isRequired: true },
});
