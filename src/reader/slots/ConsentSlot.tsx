import { useEffect, useRef, useState } from "react";
import { deviceValue } from "../device/deviceValue.ts";
import { useEditionLanguage } from "../edition/EditionContext.ts";
import { loadPart } from "../i18n/loadCatalogue.ts";
import type { SlotWords } from "../i18n/wordTypes.ts";
import type { KnownSlot } from "./slotOf.ts";
import "../ui/button.css";

/** Content that waits for the reader's consent, which can be withdrawn beside it. @param isOfHead whether its place is the head */
export function ConsentSlot({ slot, isOfHead }: { slot: KnownSlot; isOfHead: boolean }) {
  const answer = consent.use();
  const words = useSlotWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer === "yes" && isOfHead) putIntoHead(slot);
    else if (answer === "yes") place.current?.replaceChildren(slot.copy());
  }, [answer, isOfHead, slot]);
  return (
    <>
      <div ref={place} />
      {words && <Question words={words} hosts={slot.hosts} answer={answer} />}
    </>
  );
}

/** Whether the reader lets the paper load content from other sites: "yes", "no", or undefined until they answer. */
const consent = deviceValue(
  () => "broadsheet-consent",
  (found) => (found === "yes" || found === "no" ? found : undefined),
);

type Answer = ReturnType<typeof consent.read>;

function Question({ words, hosts, answer }: { words: SlotWords; hosts: string; answer: Answer }) {
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
        <button className="button quiet" type="button" onClick={() => withdraw(answer)}>
          {answer === "yes" ? words.withdraw : words.refuse}
        </button>
      )}
    </div>
  );
}

/** Scripts that have been loaded run until the page is reloaded. */
function withdraw(answer: Answer): void {
  consent.keep("no");
  if (answer === "yes") location.reload();
}

const inHead = new WeakSet<KnownSlot>();

function putIntoHead(slot: KnownSlot): void {
  if (inHead.has(slot)) return;
  inHead.add(slot);
  document.head.append(slot.copy());
}

function useSlotWords(): SlotWords | undefined {
  const language = useEditionLanguage();
  const [words, setWords] = useState<SlotWords>();
  useEffect(() => {
    loadPart(language, "slots").then(setWords, () => {});
  }, [language]);
  return words;
}
