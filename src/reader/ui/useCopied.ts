import { useEffect, useState } from "react";

/** How long a button says "Copied", in milliseconds. */
const COPIED_FOR = 2000;

/** For a button that says "Copied" for a while: which button that is now, and a function that sets it. */
export function useCopied(): [button: string | undefined, setCopied: (copied: { button: string }) => void] {
  const [copied, setCopied] = useState<{ button: string }>();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(undefined), COPIED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  return [copied?.button, setCopied];
}
