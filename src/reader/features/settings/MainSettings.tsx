import type { Words } from "../../i18n/wordTypes.ts";
import { useWords } from "../../i18n/words.ts";
import { Choice } from "../../ui/Choice.tsx";
import type { Settings } from "./readerSettings.ts";
import { changeSetting } from "./settingsStore.ts";

/** The names under which the typefaces are published. */
const TYPEFACES = [
  { value: "serif", label: "Newsreader" },
  { value: "sans", label: "Public Sans" },
  { value: "hyper", label: "Atkinson Hyperlegible" },
  { value: "dyslexic", label: "OpenDyslexic" },
] as const;

/** The settings that most readers look for: theme, size, typeface, spacing, width. */
export function MainSettings({ settings }: { settings: Settings }) {
  const words = useWords();
  return (
    <>
      <Choice
        legend={words.theme}
        className="themes"
        value={settings.theme}
        options={themes(words)}
        onChoose={(theme) => changeSetting("theme", theme)}
      />
      <Choice
        legend={words.textSize}
        className="sizes"
        value={settings.size}
        options={sizes(words)}
        onChoose={(size) => changeSetting("size", size)}
      />
      <Choice
        legend={words.typeface}
        className="faces"
        value={settings.font}
        options={TYPEFACES.map(({ value, label }) => ({ value, label: <span translate="no">{label}</span> }))}
        onChoose={(font) => changeSetting("font", font)}
      />
      <Choice
        legend={words.lineSpacing}
        value={settings.leading}
        options={[
          { value: "tight", label: words.tight },
          { value: "normal", label: words.normal },
          { value: "loose", label: words.loose },
        ]}
        onChoose={(leading) => changeSetting("leading", leading)}
      />
      <Choice
        legend={words.columnWidth}
        className="roomy"
        value={settings.width}
        options={[
          { value: "narrow", label: words.narrow },
          { value: "medium", label: words.middling },
          { value: "wide", label: words.wide },
        ]}
        onChoose={(width) => changeSetting("width", width)}
      />
    </>
  );
}

function themes(words: Words) {
  const theme = <Value extends Settings["theme"]>(value: Value, name: string) => ({
    value,
    theme: value,
    label: (
      <>
        <span className="swatch" aria-hidden="true">
          {words.swatch}
        </span>
        {name}
      </>
    ),
  });
  return [theme("light", words.light), theme("sepia", words.sepia), theme("dark", words.dark), theme("auto", words.automatic)];
}

function sizes(words: Words) {
  const size = <Value extends Settings["size"]>(value: Value, spoken: string) => ({ value, spoken, label: words.sizeLetter });
  return [
    size("s", words.small),
    size("m", words.mediumSize),
    size("l", words.large),
    size("xl", words.extraLarge),
    size("xxl", words.largest),
  ];
}
