import { type ComponentType, type ReactNode, useMemo, useState } from "react";
import { useLocation, useNavigation } from "react-router";
import { withLateStyles } from "../ui/lateStyles.ts";
import { type DialogName, DialogProvider } from "./DialogContext.ts";
import { inTime, offerToTryAgain } from "./inTime.ts";

type Dialog = ComponentType<{ onClose: () => void }>;

/** The code of each dialog comes when it is first wanted. */
const dialogs: Record<DialogName, () => Promise<Dialog>> = {
  menu: () => import("../menu/Menu.tsx").then((module) => module.Menu),
  search: () => import("../search/quick/QuickSearchDialog.tsx").then((module) => module.QuickSearchDialog),
  settings: () => import("../settings/SettingsPanel.tsx").then((module) => module.SettingsPanel),
  shortcuts: () => import("../keys/ShortcutSheet.tsx").then((module) => module.ShortcutSheet),
};

/** Shows one dialog at a time over any page. It belongs to the page it was opened on, and goes with it. */
export function Dialogs({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  const { state } = useNavigation();
  const [shown, setShown] = useState<{ name: DialogName; Dialog: Dialog; at: string }>();
  const [awaited, setAwaited] = useState<DialogName>();
  const current = shown?.at === key ? shown : undefined;
  const opened = current?.name;
  const control = useMemo(() => {
    const open = (name: DialogName) => {
      setAwaited(name);
      const ended = () => setAwaited((now) => (now === name ? undefined : now));
      void inTime(withLateStyles(dialogs[name]()))
        .then(
          (Dialog) => setShown({ name, Dialog, at: key }),
          () => offerToTryAgain(() => open(name)),
        )
        .finally(ended);
    };
    return { opened, awaited, open, bringNear: (name: DialogName) => void withLateStyles(dialogs[name]()).catch(() => {}) };
  }, [opened, awaited, key]);
  // The next page is on its way: what was asked for in the dialog shows on the page, even before it is there.
  if (shown && state !== "idle") setShown(undefined);
  // A dialog that gave way to another must not close that one when it tells of its own end.
  const close = (name: DialogName) => setShown((now) => (now?.name === name ? undefined : now));
  return (
    <DialogProvider value={control}>
      {children}
      {current && <current.Dialog key={current.name} onClose={() => close(current.name)} />}
    </DialogProvider>
  );
}
