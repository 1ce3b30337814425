import { type ComponentType, lazy, Suspense, useState } from "react";
import { idle } from "./early/idle.ts";
import { keepPress } from "./early/keepPress.ts";
import type { OnMiss } from "./latePart.tsx";

/** Each brings the code of a part that the pages so far are made of, and goes when it is here. */
const bringers = new Set<() => Promise<unknown>>();

let resting = false;

/** Whether parts of the page that is taken over may rest. Only its HTML can stand in for them: a page that is made anew needs them all. */
export function letRest(may: boolean): void {
  resting = may;
}

/** @returns what there is to wait for before a page can be made anew */
export function bringParts(): Promise<unknown> | undefined {
  return resting || bringers.size === 0 ? undefined : Promise.all([...bringers].map((bring) => bring()));
}

/**
 * A part of a page that is read and answers little: its HTML rests as it is while
 * the page comes to life around it, and is taken over at idle, in a step of its
 * own. Until then its links are links. Should its code never come, it stays so.
 * @param fetchPart imports the chunk
 * @param within a selector of where its buttons are; a press on one is kept and answered
 * @param onMiss told of such a press where the code does not come
 */
export function restingPart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  within?: string,
  onMiss?: OnMiss,
): ComponentType<Props> {
  let here: ComponentType<Props> | undefined;
  const bring = async () => {
    here ??= await fetchPart();
    bringers.delete(bring);
    return here;
  };
  bringers.add(bring);
  const Resting = lazy(async () => ({ default: await awake(bring, within, onMiss) }));
  const Part = (props: Props) => {
    // What was shown first stays: another kind of component would be another part.
    const [Shown] = useState<ComponentType<Props>>(() => here ?? Resting);
    return <Shown {...props} />;
  };
  return (props: Props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  );
}

/** Does not resolve where the code does not come, unless who pressed tries again. Where it has, React takes the part over at the press, if it has not yet. */
async function awake<Part>(bring: () => Promise<Part>, within?: string, onMiss?: OnMiss): Promise<Part> {
  const press = within === undefined ? undefined : keepPress(within);
  await idle();
  const missed = (resolve: (part: Part) => void) => void press?.pressed.then(() => onMiss?.(() => bring().then(resolve)));
  const part = await bring().catch(() => new Promise(missed));
  // First of all whoever waits for this very promise.
  setTimeout(() => press?.answer());
  return part;
}
