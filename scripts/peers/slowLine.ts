import type { Socket } from "node:net";
import { Duplex } from "node:stream";

/** Milliseconds there and back, and bits per second in each direction. */
type Line = { roundTrip: number; down: number; up: number };

/** What Lighthouse calls slow 4G. */
const SLOW_4G: Line = { roundTrip: 150, down: 1.6e6, up: 0.75e6 };

const SEGMENT = 1460;
const HEADER = 40;

/** RFC 6928. */
const INITIAL_WINDOW = 10 * SEGMENT;

/**
 * A mobile line that all connections of a visit share, with the handshakes and the slow start of TCP. The throttling of
 * Chromium's developer tools has neither, and does not reach service workers.
 */
export class SlowLine {
  readonly line = SLOW_4G;
  /** When the line is free again. */
  downFree = 0;
  upFree = 0;
  /** Everything sent to the browser since this was last set to 0, with the headers of packets. */
  bytesDown = 0;

  /** @returns what a server takes in place of the socket */
  through(socket: Socket): Duplex {
    socket.setNoDelay(true);
    return new SlowSocket(socket, this);
  }
}

/** Hands items on at their times, in order: timers of different lengths may fire in another one. */
class Queue<T> {
  readonly #waiting: { at: number; item: T }[] = [];
  readonly #hand: (item: T) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(hand: (item: T) => void) {
    this.#hand = hand;
  }

  add(at: number, item: T): void {
    this.#waiting.push({ at: Math.max(at, this.#waiting.at(-1)?.at ?? 0), item });
    if (this.#timer === undefined) this.#timer = this.#wait();
  }

  #wait(): NodeJS.Timeout {
    return setTimeout(
      () => {
        for (let next = this.#waiting[0]; next && next.at <= performance.now() + 0.5; next = this.#waiting[0]) {
          this.#waiting.shift();
          this.#hand(next.item);
        }
        this.#timer = this.#waiting.length > 0 ? this.#wait() : undefined;
      },
      Math.max(0, (this.#waiting[0]?.at ?? 0) - performance.now()),
    );
  }
}

class SlowSocket extends Duplex {
  readonly #line: SlowLine;
  readonly #down: Queue<Buffer | undefined>;
  readonly #up: Queue<Buffer | null>;
  readonly #acknowledged: Queue<number>;
  readonly #segments: Buffer[] = [];
  #window = INITIAL_WINDOW;
  #inFlight = 0;
  #written: (() => void) | undefined;

  constructor(socket: Socket, line: SlowLine) {
    super({ highWaterMark: 16_384, allowHalfOpen: true });
    this.#line = line;
    const { roundTrip, down, up } = line.line;
    const opened = performance.now();
    const most = Math.max(INITIAL_WINDOW, (4 * down * roundTrip) / 8000);
    this.#up = new Queue((data) => void (this.destroyed || this.push(data)));
    this.#down = new Queue((data) => {
      if (data === undefined) socket.end();
      else if (socket.writable) socket.write(data);
    });
    this.#acknowledged = new Queue((bytes) => {
      this.#inFlight -= bytes;
      this.#window = Math.min(most, this.#window + bytes);
      this.#send();
    });
    socket.on("data", (data) => {
      // The connection's handshake takes a round trip before its first bytes.
      line.upFree = Math.max(performance.now(), line.upFree, opened + roundTrip) + ((data.length + HEADER) * 8000) / up;
      this.#up.add(line.upFree + roundTrip / 2, data);
    });
    socket.on("end", () => this.#up.add(performance.now() + roundTrip / 2, null));
    socket.on("error", () => this.destroy());
    socket.on("close", () => this.destroy());
    this.once("close", () => socket.destroy());
  }

  override _read(): void {
    // Data is pushed as it comes.
  }

  override _write(data: Buffer, _encoding: BufferEncoding, done: () => void): void {
    for (let at = 0; at < data.length; at += SEGMENT) this.#segments.push(data.subarray(at, at + SEGMENT));
    this.#written = done;
    this.#send();
  }

  override _final(done: () => void): void {
    this.#down.add(performance.now(), undefined);
    done();
  }

  #send(): void {
    const { roundTrip, down } = this.#line.line;
    while (this.#segments.length > 0 && this.#inFlight < this.#window) {
      const segment = this.#segments.shift() ?? Buffer.of();
      const bytes = segment.length + HEADER;
      this.#line.downFree = Math.max(performance.now(), this.#line.downFree) + (bytes * 8000) / down;
      this.#line.bytesDown += bytes;
      this.#inFlight += segment.length;
      this.#down.add(this.#line.downFree + roundTrip / 2, segment);
      this.#acknowledged.add(this.#line.downFree + roundTrip, segment.length);
    }
    if (this.#segments.length > 0 || !this.#written) return;
    const written = this.#written;
    this.#written = undefined;
    setImmediate(written);
  }
}
