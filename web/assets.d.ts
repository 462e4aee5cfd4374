/** The drawing of an icon: the elements inside its svg. */
declare module '*.svg?icon' {
  const drawing: string;
  export default drawing;
}
