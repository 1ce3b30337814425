import { useEffect, useId, useRef } from "react";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../i18n/words.ts";
import "../../styles/forms.css";

/** A link that the browser would not copy, selected in a field from which the reader can. */
export function CopyByHand({ link, onClose }: { link: string; onClose: () => void }) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <Dialog title={words.linkNotCopied} onClose={onClose}>
      <p className="field">
        <label htmlFor={id}>{words.copyByHand}</label>
        <input ref={field} id={id} type="text" dir="ltr" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </p>
    </Dialog>
  );
}
