import { type ComponentProps, type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { withImport } from "../../hydration/lazyImport.ts";
import { withLazyStyles } from "../../hydration/lazyStyles.ts";
import { useWords } from "../../i18n/words.ts";
import { CopyProvider } from "../../ui/CopyContext.ts";
import type { CopyByHand } from "./CopyByHand.tsx";

type Refused = { link: string; Dialog: ComponentType<ComponentProps<typeof CopyByHand>> };

/** How long a button says "Copied", in milliseconds. */
const COPIED_FOR = 2000;

/** Copies links for all tools of a story, announces that it has, and shows the link if the browser does not copy it. */
export function ClipboardProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const [copied, setCopied] = useState<{ from: string }>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(undefined), COPIED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback(async (link: string, from: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied({ from });
    } catch {
      // Over plain HTTP there is no clipboard, and a browser may refuse access.
      await withImport(
        () => withLazyStyles(import("./CopyByHand.tsx")),
        (module) => setRefused({ link, Dialog: module.CopyByHand }),
      );
    }
  }, []);
  const copying = useMemo(() => ({ copy, copied: copied?.from }), [copy, copied]);
  return (
    <CopyProvider value={copying}>
      {children}
      <div className="unseen" role="status">
        {copied && words.linkCopied}
      </div>
      {refused && <refused.Dialog link={refused.link} onClose={() => setRefused(undefined)} />}
    </CopyProvider>
  );
}
