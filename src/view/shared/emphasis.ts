/** Messages mark the numbers that matter with asterisks: `有目标 *8* 项`. */
export interface TextPart {
  readonly text: string;
  readonly strong: boolean;
}

export function splitEmphasis(text: string): readonly TextPart[] {
  return text
    .split('*')
    .map((part, index) => ({ text: part, strong: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
