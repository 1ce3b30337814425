import { useEffect } from "react";
import { Shortcuts } from "../../features/shortcuts/Shortcuts.tsx";
import { restoreFocus } from "../../navigation/restoreFocus.ts";
import { ScrollAnchor } from "../../navigation/ScrollAnchor.tsx";
import { SharedElementTransition } from "../../navigation/SharedElementTransition.tsx";
import { followSettings } from "../../features/settings/settingsStore.ts";

/** Runs on every page and renders nothing: shortcuts, focus restoration, settings from other tabs, scroll anchoring, view transitions. */
export function BackgroundTasks() {
  useEffect(restoreFocus, []);
  return (
    <>
      <FollowSettings />
      <Shortcuts />
      <ScrollAnchor />
      <SharedElementTransition />
    </>
  );
}

/** Applies the reader's settings, whichever tab they are changed in. */
function FollowSettings() {
  useEffect(followSettings, []);
  return null;
}
