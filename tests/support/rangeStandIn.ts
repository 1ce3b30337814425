/** jsdom lays nothing out, and lacks this for what is only a part of an element: it gives the place of the whole. */
if (!("getBoundingClientRect" in Range.prototype)) {
  Object.defineProperty(Range.prototype, "getBoundingClientRect", {
    configurable: true,
    value(this: Range): DOMRect {
      const { commonAncestorContainer: node } = this;
      return (node instanceof Element ? node : document.body).getBoundingClientRect();
    },
  });
}
