import { type Slot, SLOT_ATTRIBUTE } from "#content/slots.ts";
import { escapeText } from "./head/element.ts";

/** What stands in the head of every page; a head that asks first comes in a template, as all others do. */
export const headSlot = (slots: Slot[] = []): string => slots.find(({ name, consent }) => name === "head" && !consent)?.html ?? "";

/** The slots as templates, of which the app makes those of pages that the reader moves to. What is in a template does nothing. */
export function slotTemplates(slots: Slot[] = []): string {
  return slots
    .filter(({ name, consent }) => name !== "head" || consent)
    .map(({ name, html, after, consent, hosts }) => {
      const said = [
        `${SLOT_ATTRIBUTE}="${name}"`,
        ...(after === undefined ? [] : [`data-after="${after}"`]),
        ...(consent ? ["data-consent", `data-hosts="${escapeText(hosts.join(", "))}"`] : []),
      ];
      return `<template ${said.join(" ")}>${html}</template>`;
    })
    .join("");
}
