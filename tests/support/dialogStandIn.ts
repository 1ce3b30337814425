/**
 * jsdom knows <dialog> but not its methods. This does what a browser does, as far
 * as a test can see it: open, focus in, Escape, focus back, one `close` event.
 * A real browser tests that the rest of the page is inert meanwhile.
 */
const before = new WeakMap<HTMLDialogElement, Element | null>();

HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement): void {
  before.set(this, document.activeElement);
  this.open = true;
  this.querySelector<HTMLElement>("button, input, a[href]")?.focus();
  this.addEventListener("keydown", (event) => {
    if (event.key === "Escape") this.close();
  });
};

HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement): void {
  if (!this.open) return;
  this.open = false;
  const back = before.get(this);
  if (back instanceof HTMLElement) back.focus();
  this.dispatchEvent(new Event("close"));
};
