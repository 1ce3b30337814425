const words = (text: string): Set<string> => new Set(text.split(/\s+/u).filter(Boolean));

/** What draws, or describes what is drawn (SVG 2, appendix "Element index"), without what runs, loads or embeds. */
const DRAWN = words(`
  svg g defs symbol use switch title desc style view image
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform mpath set`);

/** Left out with all that is in them. */
const LEFT_OUT = words(`
  script foreignObject iframe embed object audio video canvas handler listener metadata
  font font-face glyph missing-glyph cursor color-profile`);

export const isDrawn = (name: string): boolean => DRAWN.has(name);

export const isLeftOut = (name: string): boolean => LEFT_OUT.has(name) || /script$/iu.test(name);

/** A drawing in a page is a picture: nobody can follow its links. */
export const isUnwrapped = (name: string): boolean => name === "a";
