import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useMemo, useState } from "react";
import { useLocation, useNavigation } from "react-router";
import { idle } from "#loading/early/idle.ts";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { type DialogName, DialogProvider } from "../ui/DialogContext.ts";
import { withTimeout, offerRetry } from "#loading/hydration/lazyImport.ts";
import { storedItem, storeItem } from "../store/storage.ts";

type Dialog = ComponentType<{ onClose: () => void }>;

/** The code of each dialog is loaded when it is first needed. */
const dialogs: Record<DialogName, () => Promise<Dialog>> = {
  menu: () => import("./menu/Menu.tsx").then((module) => module.Menu),
  search: () => import("../features/search/quick/QuickSearchDialog.tsx").then((module) => module.QuickSearchDialog),
  settings: () => import("../features/settings/SettingsPanel.tsx").then((module) => module.SettingsPanel),
  shortcuts: () => import("../features/shortcuts/ShortcutSheet.tsx").then((module) => module.ShortcutSheet),
};

/** Where the tab notes which dialog to open after the page had to be reloaded. */
const WISH = "broadsheet-opens";

/** If the tab stores nothing, the reader has to press again. */
const noteWish = (name: DialogName | null) => storeItem("sessionStorage", WISH, name);

function takeWish(): DialogName | undefined {
  const name = storedItem("sessionStorage", WISH);
  noteWish(null);
  return name !== null && isDialog(name) ? name : undefined;
}

const isDialog = (name: string): name is DialogName => name in dialogs;

/** Shows one dialog at a time over any page. It belongs to the page it was opened on, and closes with it. */
export function Dialogs({ children }: { children: ReactNode }) {
  const { key } = useLocation();
  const { state } = useNavigation();
  const [shown, setShown] = useState<{ name: DialogName; Dialog: Dialog; at: string }>();
  const [awaited, setAwaited] = useState<DialogName>();
  const current = shown?.at === key ? shown : undefined;
  const opened = current?.name;
  const control = useMemo(() => {
    const load = async (name: DialogName) => {
      setAwaited(name);
      const loading = withTimeout(withLazyStyles(dialogs[name]()));
      const Dialog = await loading.finally(() => setAwaited((now) => (now === name ? undefined : now)));
      setShown({ name, Dialog, at: key });
    };
    const open = (name: DialogName) => {
      load(name).catch(() =>
        offerRetry(
          () => load(name),
          () => noteWish(name),
        ),
      );
    };
    return { opened, awaited, open, prefetch: (name: DialogName) => void withLazyStyles(dialogs[name]()).catch(() => {}) };
  }, [opened, awaited, key]);
  const openWished = useEffectEvent(() => {
    const name = takeWish();
    // Not before the browser has restored the scroll position.
    if (name) void idle().then(() => control.open(name));
  });
  useEffect(() => openWished(), []);
  // The next page is loading: the dialog closes at once, so that the reader sees the page respond.
  if (shown && state !== "idle") setShown(undefined);
  // A dialog that was replaced by another must not close that one when it reports its own end.
  const close = (name: DialogName) => setShown((now) => (now?.name === name ? undefined : now));
  return (
    <DialogProvider value={control}>
      {children}
      {current && <current.Dialog key={current.name} onClose={() => close(current.name)} />}
    </DialogProvider>
  );
}
