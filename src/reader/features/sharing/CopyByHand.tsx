import { useEffect, useId, useRef } from "react";
import { Dialog } from "../../ui/Dialog.tsx";
import { useWords } from "../../i18n/words.ts";
import "../../styles/forms.css";

/** Shows a link that the browser did not copy, selected in a field so that the reader can. */
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
