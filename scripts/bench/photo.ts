import { crc32, deflateSync } from "node:zlib";

/** The size of grains in pixels, and how much they differ: this makes the compiler's copies as large as a photograph's, 44 kB at 720 px. */
const GRAIN = { size: 3, depth: 40 };

/** A grey landscape with coarse grain, as a PNG. */
export function photo(width: number, height: number, random: () => number): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  const hills = Array.from({ length: 3 }, () => ({ wave: 20 + random() * 80, at: random() * 9, from: (0.3 + random() / 2) * height }));
  const across = Math.ceil(width / GRAIN.size);
  const grains = Array.from({ length: across * Math.ceil(height / GRAIN.size) }, () => Math.floor(random() * GRAIN.depth));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const behind = hills.filter(({ wave, at, from }) => y > from + 20 * Math.sin(x / wave + at)).length;
      const grain = grains[Math.floor(y / GRAIN.size) * across + Math.floor(x / GRAIN.size)] ?? 0;
      rows[y * (width + 1) + x + 1] = 200 - 50 * behind + grain;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8); // bits of a grey value; the rest stays 0: grey, deflate, no interlacing
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

/** Portable Network Graphics, section 5.3: length, type, data, checksum of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
