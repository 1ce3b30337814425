import { type ReactNode, useId, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { useLibraryWords } from "../../data/libraryWords.ts";
import "../../ui/button.css";

type Props = {
  label: string;
  /** What is used often, and so stands beside the button. */
  often?: ReactNode;
  children: ReactNode;
};

/** What can be done with a list of the library: in a column beside it, and on a narrow page behind one button, so that the stories come first. */
export function ListOptions({ label, often, children }: Props) {
  const own = useLibraryWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <aside className="list-options" aria-label={label}>
      {often}
      <button className="button quiet" type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="filter" />
        {own.options}
      </button>
      <div id={id} className={open ? "options open" : "options"}>
        {children}
      </div>
    </aside>
  );
}
