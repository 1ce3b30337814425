/** A short soft tone. It needs no file, and is heard only after the reader has switched it on. */
export function chime(): void {
  const context = new AudioContext();
  const tone = new OscillatorNode(context, { frequency: 880 });
  const volume = new GainNode(context, { gain: 0.08 });
  volume.gain.setTargetAtTime(0, context.currentTime + 0.08, 0.06);
  tone.connect(volume).connect(context.destination);
  tone.addEventListener("ended", () => void context.close());
  tone.start();
  tone.stop(context.currentTime + 0.5);
}
