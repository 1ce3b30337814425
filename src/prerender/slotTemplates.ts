import { type Slot, SLOT_ATTRIBUTE } from "#content/slots.ts";
import { escapeText } from "./head/element.ts";

/** The slot for the head of every page. One that needs consent is in a template, like all other slots. */
export const headSlot = (slots: Slot[] = []): string => slots.find(({ name, consent }) => name === "head" && !consent)?.html ?? "";

/** The slots as templates, from which the app fills pages after a navigation. The content of a template is inert. */
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
