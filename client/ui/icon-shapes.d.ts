declare module '*.svg?icon' {
  /** tag name and attributes of each shape inside the drawing */
  const shapes: readonly (readonly [string, Readonly<Record<string, string>>])[];
  export default shapes;
}
