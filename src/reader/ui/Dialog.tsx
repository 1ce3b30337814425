import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useWords } from "../i18n/words.ts";
import { Icon } from "./Icon.tsx";
import "./button.css";

type Props = { title: string; className?: string; onClose: () => void; children: ReactNode };

/**
 * A modal panel, open for as long as it is rendered. The browser moves the focus
 * in, keeps it there, closes the panel on Escape and returns the focus.
 */
export function Dialog({ title, className = "", onClose, children }: Props) {
  const words = useWords();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => (dialog.current ? openModal(dialog.current) : undefined), []);
  return (
    <dialog ref={dialog} className={`panel ${className}`} aria-labelledby={heading} onClose={onClose}>
      <header className="between">
        <h2 id={heading}>{title}</h2>
        <button className="tool" type="button" aria-label={words.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** Opens the dialog; a click beside it closes it. @returns a function that closes it: a dialog that is only removed leaves the focus nowhere */
function openModal(dialog: HTMLDialogElement): () => void {
  const closeBeside = ({ target, clientX: x, clientY: y }: MouseEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (target === dialog && (x < left || x > right || y < top || y > bottom)) dialog.close();
  };
  dialog.addEventListener("click", closeBeside);
  dialog.showModal();
  return () => {
    dialog.removeEventListener("click", closeBeside);
    dialog.close();
  };
}
