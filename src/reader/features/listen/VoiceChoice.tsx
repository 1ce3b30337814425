import { useId } from "react";
import { useWords } from "../../i18n/words.ts";
import { RATES } from "./voiceSettings.ts";
import type { PlayerProps } from "./Player.ts";
import "../../styles/forms.css";

/** The choice of speed and voice. Both are kept on the device. */
export function VoiceChoice({ player, state }: PlayerProps) {
  const words = useWords();
  const id = useId();
  const { rate, voice, voices } = state;
  return (
    <>
      <label className="unseen" htmlFor={`${id}rate`}>
        {words.speed}
      </label>
      <select id={`${id}rate`} value={rate} onChange={({ target }) => player.setRate(Number(target.value))}>
        {RATES.map((speed) => (
          <option key={speed} value={speed}>
            {`${words.number(speed)}×`}
          </option>
        ))}
      </select>
      {voice && voices.length > 1 && (
        <>
          <label className="unseen" htmlFor={`${id}voice`}>
            {words.voice}
          </label>
          <select id={`${id}voice`} value={voice.voiceURI} onChange={({ target }) => player.setVoice(target.value)}>
            {voices.map(({ voiceURI, name }) => (
              <option key={voiceURI} value={voiceURI}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </>
  );
}
