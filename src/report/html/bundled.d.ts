/** What the build writes here of src/web: the page's script and style sheet, as text. */
declare module '*/page-bundle.js' {
  /** The script, which runs when the page's markup is there. */
  export const SCRIPT: string;
  export const STYLE: string;
}
