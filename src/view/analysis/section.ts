/** What every section of the analysis is given. */
import type { TextForms } from '../shared/text-forms.ts';
import type { Analysis } from '../../state/analysis.svelte.ts';

export interface SectionProps {
  readonly analysis: Analysis;
  readonly forms: TextForms;
  /** Tells the person that something was done. */
  readonly onmessage: (text: string) => void;
}
