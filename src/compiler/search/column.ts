/** A list of whole numbers from 0 to 2^32-1 that grows: half the memory of an array of numbers, and nothing to collect. */
export class Column {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** @param index of a value that was pushed */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}
