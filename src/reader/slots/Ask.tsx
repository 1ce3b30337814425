import { useEffect, useState } from "react";
import { useEdition } from "../edition/EditionContext.ts";
import { loadSlotCatalogue } from "../i18n/catalogues/slots/loadSlotCatalogue.ts";
import type { SlotWords } from "../i18n/catalogues/slots/en.ts";
import { consent } from "./consent.ts";
import type { KnownSlot } from "./slotOf.ts";
import "../ui/button.css";

/** Asks whether a part may load from elsewhere, and takes the answer back. @param isOfHead it has no place of its own but the document's head */
export function Ask({ slot, isOfHead }: { slot: KnownSlot; isOfHead: boolean }) {
  const answer = consent.use();
  const words = useSlotWords();
  useEffect(() => {
    if (isOfHead && answer === "yes") putIntoHead(slot);
  }, [answer, isOfHead, slot]);
  if (!words) return null;
  const hosts = slot.hosts.join(", ");
  const text = answer === "yes" ? words.allowed(hosts) : answer === "no" ? words.refused(hosts) : words.asks(hosts);
  return (
    <div className="bar">
      <p>{text}</p>
      {answer !== "yes" && (
        <button className="button quiet" type="button" onClick={() => consent.keep("yes")}>
          {words.allow}
        </button>
      )}
      {answer !== "no" && (
        <button className="button quiet" type="button" onClick={() => takeBack(answer)}>
          {answer === "yes" ? words.withdraw : words.refuse}
        </button>
      )}
    </div>
  );
}

/** What has been loaded runs until the page is loaded anew. */
function takeBack(answer: "yes" | "no" | undefined): void {
  consent.keep("no");
  if (answer === "yes") location.reload();
}

const inHead = new WeakSet<KnownSlot>();

function putIntoHead(slot: KnownSlot): void {
  const copy = slot.copy();
  if (!copy || inHead.has(slot)) return;
  inHead.add(slot);
  document.head.append(copy);
}

function useSlotWords(): SlotWords | undefined {
  const language = useEdition()?.language ?? "en";
  const [words, setWords] = useState<SlotWords>();
  useEffect(() => {
    loadSlotCatalogue(language).then(setWords, () => {});
  }, [language]);
  return words;
}
