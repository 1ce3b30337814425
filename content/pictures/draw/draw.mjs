// Draws the pictures one folder up: node content/pictures/draw/draw.mjs [name …]
import { writeFileSync } from "node:fs";
import { antenna } from "./antenna.mjs";
import { bridge } from "./bridge.mjs";
import { comet } from "./comet.mjs";
import { gates } from "./gates.mjs";
import { mould } from "./mould.mjs";
import { rocket } from "./rocket.mjs";
import { ship } from "./ship.mjs";
import { tunnel } from "./tunnel.mjs";
import { vault } from "./vault.mjs";
import { venice } from "./venice.mjs";
import { waves } from "./waves.mjs";
import { web } from "./web.mjs";
import { webb } from "./webb.mjs";

const drawings = {
  antenna,
  bridge,
  comet,
  gates,
  mould,
  rocket,
  ship,
  tunnel,
  vault,
  venice,
  waves,
  web,
  webb,
};

const asked = process.argv.slice(2);
for (const [name, draw] of Object.entries(drawings)) {
  if (asked.length && !asked.includes(name)) continue;
  writeFileSync(new URL(`../${name}.svg`, import.meta.url), draw());
}
