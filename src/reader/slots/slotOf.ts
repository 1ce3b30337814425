import { type Slot, SLOT_ATTRIBUTE, type SlotName } from "#content/slots.ts";

/** A slot in the reader. The prerenderer has its `html`; a browser has a template instead. */
export type KnownSlot = { html: string; consent: boolean; hosts: string; after: number; copy: () => DocumentFragment | string };

const known = new Map<SlotName, KnownSlot>();

/** Sets the slots in the prerenderer, which has no document to read them from. A head slot without consent is in the head itself. */
export function setSlots(slots: Slot[]): void {
  known.clear();
  for (const { name, html, consent, hosts, after = 0 } of slots)
    if (name !== "head" || consent) known.set(name, { html, consent, hosts: hosts.join(", "), after, copy: () => "" });
}

/** The slot of a name. In a browser it is read from a template, which every page of the paper has. */
export function slotOf(name: SlotName): KnownSlot | undefined {
  const cached = known.get(name);
  if (cached || typeof document === "undefined") return cached;
  const template = document.querySelector<HTMLTemplateElement>(`template[${SLOT_ATTRIBUTE}="${name}"]`);
  if (!template) return undefined;
  const { after = "0", hosts = "", consent } = template.dataset;
  const slot = {
    html: "",
    consent: consent !== undefined,
    hosts,
    after: Number(after),
    copy: () => document.importNode(template.content, true),
  };
  known.set(name, slot);
  return slot;
}
