/** The package as one file, which loads in a quarter of the time of its hundred modules. */
declare module "css-tree/dist/csstree.esm" {
  export { generate, parse, walk } from "css-tree";
}
