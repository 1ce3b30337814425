import { type ReactNode, useEffect, useState } from "react";

/** How long a live region is empty at first, in milliseconds: long enough for a screen reader to notice it. */
const STANDS = 100;

type Props = { className?: string; role?: "status" | "alert"; children: ReactNode };

/** A live region, rendered empty at first: many screen readers ignore one that is inserted together with its text. */
export function Status({ role = "status", className, children }: Props) {
  const [isNoticed, setIsNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsNoticed(true), STANDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role={role} className={className}>
      {isNoticed && children}
    </div>
  );
}
