import { usePlaying } from "../../recordings/playing.ts";
import { useListening } from "./listening.ts";

/** Holds the small player while something is read aloud or played. It is part of the app's frame, so that it survives a change of page. */
export function ListenDock() {
  const listening = useListening();
  const playing = usePlaying();
  if (playing) return <playing.Dock />;
  return listening && <listening.MiniPlayer player={listening.player} state={listening.state} />;
}
