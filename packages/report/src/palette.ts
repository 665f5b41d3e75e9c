/** What each thing is painted in. The caller knows whether there is a terminal and what it can do; this package does not. */
export interface Palette {
  /** Something that fails the run. */
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  /** Something that holds. */
  readonly good: (text: string) => string;
  readonly bold: (text: string) => string;
  /** Places, line numbers and other things to look up. */
  readonly dim: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours at all. */
export const PLAIN: Palette = { error: same, warning: same, info: same, good: same, bold: same, dim: same };

/** How a text is set: in which colours, and how many columns wide. */
export interface Style {
  readonly palette: Palette;
  readonly width: number;
}
