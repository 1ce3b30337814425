/** jsdom has no layout and lacks this method for ranges; this returns the rectangle of the whole element. */
if (!("getBoundingClientRect" in Range.prototype)) {
  Object.defineProperty(Range.prototype, "getBoundingClientRect", {
    configurable: true,
    value(this: Range): DOMRect {
      const { commonAncestorContainer: node } = this;
      return (node instanceof Element ? node : document.body).getBoundingClientRect();
    },
  });
}
