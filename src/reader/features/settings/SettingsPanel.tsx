import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWords } from "../../i18n/words.ts";
import { FurtherSettings } from "./FurtherSettings.tsx";
import { MainSettings } from "./MainSettings.tsx";
import { resetSettings, useIsStored, useSettings } from "./settingsStore.ts";

/** The reading settings. Every change shows at once on the page behind. */
export function SettingsPanel({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const settings = useSettings();
  const isKept = useIsStored();
  return (
    <Dialog title={words.readingSettings} className="settings" onClose={onClose}>
      <MainSettings settings={settings} />
      <details>
        <summary>
          {words.moreSettings}
          <Icon name="down" />
        </summary>
        <FurtherSettings settings={settings} />
      </details>
      <div className="between">
        <p className="hint">{isKept ? words.keptOnDevice : words.notKeptOnDevice}</p>
        <button className="plain more-link" type="button" onClick={resetSettings}>
          {words.reset}
        </button>
      </div>
    </Dialog>
  );
}
