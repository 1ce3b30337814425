/** The Tab key that would leave a popover closes it instead: the focus returns to where it was, and goes on from there. */
export function keepTabInside(this: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  const stops = [...this.querySelectorAll<HTMLElement>("a[href], button, input:checked, textarea")];
  const edge = event.shiftKey ? [stops[0], this] : [stops.at(-1)];
  if (!edge.some((stop) => stop === document.activeElement)) return;
  event.preventDefault();
  this.hidePopover();
}
