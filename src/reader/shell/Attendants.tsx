import { Shortcuts } from "../keys/Shortcuts.tsx";
import { FollowSettings } from "../settings/FollowSettings.tsx";
import { KeepLine } from "./KeepLine.tsx";
import { Morph } from "./Morph.tsx";

/** Who stands by on every page and shows nothing: the keyboard, the settings of other tabs, the line that is read, the way one page melts into the next. */
export function Attendants() {
  return (
    <>
      <FollowSettings />
      <Shortcuts />
      <KeepLine />
      <Morph />
    </>
  );
}
