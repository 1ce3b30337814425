import type { CertainField } from "../../draft/release/certainFields.ts";

/** A note from an agency to its customers' editors: of many meanings, but an order with which it begins keeps the story back. */
export const NOTE_TO_EDITORS: CertainField = {
  withholds: ["kill", "withhold", "withheld", "hold", "hold for release", "embargo", "embargoed", "not for publication", "not for use"],
};

/** The order with which a note begins: "EMBARGOED until the speech ends". */
export const orderToHold = (note = ""): string | undefined =>
  /^\W*(kill|with(?:hold|held)|hold for release|embargo(?:ed)?|not for (?:publication|use))\b/iu.exec(note)?.[1];

/** The same, where a field gives the end of an embargo, so that a note about it says nothing new. */
export const orderBesides = (embargo: unknown, note: string | undefined): string | undefined => {
  const order = orderToHold(note);
  return embargo !== undefined && /^embargo/iu.test(order ?? "") ? undefined : order;
};
