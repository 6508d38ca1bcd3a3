/** The build copies the file and puts its path here. */
declare module '*?asset' {
  const path: string;
  export { path as default };
}

/** The build imports what fits, one by one. */
interface ImportMeta {
  glob<Module>(
    pattern: string,
    options: { readonly query: string; readonly import: string; readonly eager: true },
  ): Readonly<Record<string, Module>>;
}
