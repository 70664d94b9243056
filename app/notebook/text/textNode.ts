/** A node of a parsed text, as far as this folder reads and writes it (mdast). */
export interface TextNode {
  type: string;
  children?: TextNode[];
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  identifier?: string;
  /** Of a heading: 1 to 6. */
  depth?: number;
  /** Of a table: one per column. */
  align?: readonly unknown[] | null;
  position?: { readonly start: { readonly offset?: number } };
  data?: {
    /** The element that it becomes, its properties and what is in it. */
    readonly hName?: string;
    readonly hProperties?: { readonly [name: string]: string | readonly string[] };
    readonly hChildren?: readonly object[];
  };
}
