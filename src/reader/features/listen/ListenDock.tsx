import { usePlaying } from "../../recordings/playing.ts";
import { useListening } from "./listening.ts";

/** Where the small player stands while something is read aloud or played: in the frame of the app, so that it outlasts a page. */
export function ListenDock() {
  const listening = useListening();
  const playing = usePlaying();
  if (playing) return <playing.Dock />;
  return listening && <listening.MiniPlayer player={listening.player} state={listening.state} />;
}
