/** What the tests of the colour scale use of culori, which brings no types. */
declare module 'culori' {
  export interface Rgb {
    readonly mode: 'rgb';
    readonly r: number;
    readonly g: number;
    readonly b: number;
  }
  type Filter = (colour: Rgb) => Rgb;
  export function parse(colour: string): Rgb;
  export function lab65(colour: string): { readonly l: number; readonly a: number; readonly b: number };
  export function differenceCiede2000(): (one: Rgb, other: Rgb) => number;
  export function filterDeficiencyProt(severity: number): Filter;
  export function filterDeficiencyDeuter(severity: number): Filter;
  export function filterDeficiencyTrit(severity: number): Filter;
}
