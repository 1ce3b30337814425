import type { CustomFieldControlProps } from "@sveltia/cms";
import { inPicture } from "./leadPicture.ts";

/** How far an arrow key moves the point, in percent of the picture; with Shift, ten times as far. */
const STEP = 1;

/** The focal point of the lead picture: pressed in the picture, moved with the arrow keys, or written. */
export function FocalPoint({ value, forID, classNameWrapper, onChange }: CustomFieldControlProps) {
  const written = typeof value === "string" ? value : "";
  const [x, y] = pointOf(written);
  const set = (left: number, top: number): void => onChange(`${percent(left)}% ${percent(top)}%`);
  return (
    <div>
      {/* Hidden as long as the preview shows no picture. */}
      <button
        type="button"
        ref={inPicture}
        aria-label={`Focal point at ${x}% from the left, ${y}% from the top. Press what must stay in sight, or move it with the arrow keys.`}
        style={{ position: "relative", display: "none", padding: 0, border: 0, margin: "0 0 8px", maxWidth: "100%", cursor: "crosshair" }}
        onClick={({ clientX, clientY, detail, currentTarget }) => {
          // A press with a key has no place.
          if (detail === 0) return;
          const { left, top, width, height } = currentTarget.getBoundingClientRect();
          set(((clientX - left) / width) * 100, ((clientY - top) / height) * 100);
        }}
        onKeyDown={(event) => {
          const move = MOVES[event.key];
          if (!move) return;
          event.preventDefault();
          const step = event.shiftKey ? STEP * 10 : STEP;
          set(x + move[0] * step, y + move[1] * step);
        }}
      >
        <img alt="" style={{ display: "block", maxWidth: "100%", maxHeight: 240 }} />
        <span aria-hidden="true" style={{ ...POINT, left: `${x}%`, top: `${y}%` }} />
      </button>
      <input
        id={forID}
        className={classNameWrapper}
        aria-label="Focal point"
        value={written}
        placeholder="50% 50%"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

const MOVES: Record<string, [x: number, y: number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const POINT = {
  position: "absolute",
  width: 20,
  height: 20,
  margin: "-10px 0 0 -10px",
  borderRadius: "50%",
  border: "2px solid #fff",
  boxShadow: "0 0 0 2px #000, inset 0 0 0 2px #000",
  pointerEvents: "none",
} as const;

const percent = (value: number): number => Math.round(Math.min(100, Math.max(0, value)));

/** The point that is written, or else the middle. */
function pointOf(written: string): [x: number, y: number] {
  const [, x = "50", y = "50"] = /^(\d+(?:\.\d+)?)% (\d+(?:\.\d+)?)%$/u.exec(written.trim()) ?? [];
  return [percent(Number(x)), percent(Number(y))];
}
