import type { ReactNode } from "react";

/** What is wanted seldom: its title, and the rest when it is opened. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
