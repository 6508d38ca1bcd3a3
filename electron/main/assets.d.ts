/** The build copies the file and puts its path here. */
declare module '*?asset' {
  const path: string;
  export { path as default };
}
