import { type ComponentProps, type ComponentType, useEffect, useState } from "react";
import type { Article } from "#content/article.ts";
import { whenIdle } from "../offline/whenIdle.ts";
import { makeOffer, withdrawOffer } from "../shell/offers.ts";
import { useSay } from "../shell/SayContext.ts";
import { withLateStyles } from "../ui/lateStyles.ts";
import { formatDate, useCalendar } from "../words/dates.ts";
import { useWords } from "../words/words.ts";
import type { ChangesPanel } from "./ChangesPanel.tsx";
import type { ReadVersion } from "./readVersions.ts";

type Panel = ComponentType<ComponentProps<typeof ChangesPanel>>;

/** Tells a reader who has read this story before that it has changed, and shows how. */
export function SinceRead({ article }: { article: Article }) {
  const words = useWords();
  const say = useSay();
  const calendar = useCalendar();
  const [shown, setShown] = useState<{ Panel: Panel; before: ReadVersion }>();
  useEffect(() => {
    let left = false;
    const tell = (before: ReadVersion) => {
      const open = () =>
        withLateStyles(import("./ChangesPanel.tsx")).then(
          ({ ChangesPanel }) => setShown({ Panel: ChangesPanel, before }),
          () => say(words.partFailed),
        );
      makeOffer({
        id: "changed",
        text: ({ changedSince }) => changedSince(formatDate(before.at, "shortDay", calendar)),
        label: ({ showChanges }) => showChanges,
        take: () => void open(),
      });
    };
    const look = async () => {
      const { noteRead } = await import("./readVersions.ts");
      const before = await noteRead(article);
      if (before && !left) tell(before);
    };
    // Without a memory there is nothing to compare with.
    whenIdle(() => void (left || look().catch(() => {})));
    return () => {
      left = true;
      withdrawOffer("changed");
    };
  }, [article, calendar, say, words]);
  return shown && <shown.Panel before={shown.before} article={article} onClose={() => setShown(undefined)} />;
}
