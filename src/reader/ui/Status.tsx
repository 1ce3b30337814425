import { type ReactNode, useEffect, useState } from "react";

/** How long a region stands there before it speaks, in milliseconds: long enough for a screen reader to have noted it. */
const STANDS = 100;

type Props = { className?: string; role?: "status" | "alert"; children: ReactNode };

/** A region whose words are said when they come. It stands there empty first: many screen readers pass over one that brings its words along. */
export function Status({ role = "status", className, children }: Props) {
  const [stands, setStands] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStands(true), STANDS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role={role} className={className}>
      {stands && children}
    </div>
  );
}
