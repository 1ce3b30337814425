import { type ComponentProps, type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { withImport } from "../../hydration/lazyImport.ts";
import { withLazyStyles } from "../../hydration/lazyStyles.ts";
import { useWords } from "../../i18n/words.ts";
import { CopyProvider } from "../../ui/CopyContext.ts";
import type { CopyByHand } from "./CopyByHand.tsx";

type Refused = { link: string; Dialog: ComponentType<ComponentProps<typeof CopyByHand>> };

/** How long a button says that it has copied, in milliseconds. */
const SAYS_SO = 2000;

/** Copies links for every tool of a story, says once that it is done, and shows the link where the browser will not copy it. */
export function ClipboardProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const [copied, setCopied] = useState<{ from: string }>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(undefined), SAYS_SO);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback(async (link: string, from: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied({ from });
    } catch {
      // Over plain HTTP there is no clipboard, and a browser may refuse it.
      await withImport(
        () => withLazyStyles(import("./CopyByHand.tsx")),
        (module) => setRefused({ link, Dialog: module.CopyByHand }),
      );
    }
  }, []);
  const desk = useMemo(() => ({ copy, copied: copied?.from }), [copy, copied]);
  return (
    <CopyProvider value={desk}>
      {children}
      <div className="unseen" role="status">
        {copied && words.linkCopied}
      </div>
      {refused && <refused.Dialog link={refused.link} onClose={() => setRefused(undefined)} />}
    </CopyProvider>
  );
}
