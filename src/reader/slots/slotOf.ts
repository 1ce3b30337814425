import { type Slot, SLOT_ATTRIBUTE, type SlotName } from "#content/slots.ts";

/** A slot as the reader knows it. `html` is known where pages are made, and a browser has it in a template. */
export type KnownSlot = { html: string; asks: boolean; hosts: string; after: number; copy: () => DocumentFragment | string };

const known = new Map<SlotName, KnownSlot>();

/** Says what there is, where there is no page to say so. A head that asks nobody stands in the head. */
export function setSlots(slots: Slot[]): void {
  known.clear();
  for (const { name, html, consent, hosts, after = 0 } of slots)
    if (name !== "head" || consent) known.set(name, { html, asks: consent, hosts: hosts.join(", "), after, copy: () => "" });
}

/** The slot of a name, which every page of a paper hands on. */
export function slotOf(name: SlotName): KnownSlot | undefined {
  const before = known.get(name);
  if (before || typeof document === "undefined") return before;
  const template = document.querySelector<HTMLTemplateElement>(`template[${SLOT_ATTRIBUTE}="${name}"]`);
  if (!template) return undefined;
  const { after = "0", hosts = "", consent } = template.dataset;
  const slot = {
    html: "",
    asks: consent !== undefined,
    hosts,
    after: Number(after),
    copy: () => document.importNode(template.content, true),
  };
  known.set(name, slot);
  return slot;
}
