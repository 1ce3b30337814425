import { type ComponentProps, type ComponentType, type ReactNode, useCallback, useMemo, useState } from "react";
import { withImport } from "#loading/hydration/lazyImport.ts";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { useWords } from "../../i18n/words.ts";
import { CopyProvider } from "../../ui/CopyContext.ts";
import { copyText } from "../../ui/copyText.ts";
import { useCopied } from "../../ui/useCopied.ts";
import type { CopyByHand } from "./CopyByHand.tsx";

type Refused = { link: string; Dialog: ComponentType<ComponentProps<typeof CopyByHand>> };

/** Copies links for all tools of a story, announces that it has, and shows the link if the browser does not copy it. */
export function ClipboardProvider({ children }: { children: ReactNode }) {
  const words = useWords();
  const [copied, setCopied] = useCopied();
  const [refused, setRefused] = useState<Refused>();
  const copy = useCallback(
    async (link: string, from: string) => {
      if (await copyText(link)) return setCopied({ button: from });
      await withImport(
        () => withLazyStyles(import("./CopyByHand.tsx")),
        (module) => setRefused({ link, Dialog: module.CopyByHand }),
      );
    },
    [setCopied],
  );
  const copying = useMemo(() => ({ copy, copied }), [copy, copied]);
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
