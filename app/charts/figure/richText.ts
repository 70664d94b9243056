export interface Span {
  readonly text: string;
  readonly shift: 'sub' | 'sup' | null;
}

/** A text cut at its tags `<sub>` and `<sup>`. */
export function spansOf(text: string): readonly Span[] {
  return text.split(/(<su[bp]>.*?<\/su[bp]>)/).flatMap((part): readonly Span[] => {
    if (part === '') return [];
    const tagged = /^<(su[bp])>(.*)<\/su[bp]>$/.exec(part);
    if (tagged === null) return [{ text: part, shift: null }];
    return [{ text: tagged[2] ?? '', shift: tagged[1] === 'sub' ? 'sub' : 'sup' }];
  });
}
