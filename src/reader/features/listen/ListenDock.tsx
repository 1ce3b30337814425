import { useListening } from "./listening.ts";

/** Where the small player stands while something is read aloud: in the frame of the app, so that it outlasts a page. */
export function ListenDock() {
  const listening = useListening();
  return listening && <listening.MiniPlayer player={listening.player} state={listening.state} />;
}
