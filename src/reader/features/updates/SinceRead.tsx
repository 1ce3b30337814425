import { type ComponentProps, type ComponentType, useEffect, useState } from "react";
import type { Article } from "#content/article.ts";
import { whenIdle } from "#loading/early/idle.ts";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { makeOffer, withdrawOffer } from "../../toasts/offers.ts";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { formatDate, useCalendar } from "../../i18n/formatDate.ts";
import type { ChangesPanel } from "./ChangesPanel.tsx";
import { noteRead, type ReadVersion } from "./readVersions.ts";

type Panel = ComponentType<ComponentProps<typeof ChangesPanel>>;

/** Tells a reader who has read this story before that it has changed, and offers to show how. */
export function SinceRead({ article }: { article: Article }) {
  const calendar = useCalendar();
  const [shown, setShown] = useState<{ Panel: Panel; before: ReadVersion }>();
  useEffect(() => {
    let left = false;
    const offerChanges = (before: ReadVersion) => {
      const open = () =>
        void withImport(
          () => withLazyStyles(import("./ChangesPanel.tsx")),
          ({ ChangesPanel }) => setShown({ Panel: ChangesPanel, before }),
        );
      makeOffer({
        id: "changed",
        text: ({ changedSince }) => changedSince(formatDate(before.at, "shortDay", calendar)),
        label: ({ showChanges }) => showChanges,
        take: open,
      });
    };
    const look = async () => {
      const before = await noteRead(article);
      if (before && !left) offerChanges(before);
    };
    // Without storage there is nothing to compare with.
    whenIdle(() => void (left || look().catch(() => {})));
    return () => {
      left = true;
      withdrawOffer("changed");
    };
  }, [article, calendar]);
  return shown && <shown.Panel before={shown.before} article={article} onClose={() => setShown(undefined)} />;
}
