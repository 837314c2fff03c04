/** All that the page does without until it is painted, and that comes in one piece. */
import type { Messages } from '../../i18n/messages.ts';
import type { Planner } from '../../state/context.ts';
import type { TextForms } from './text-forms.ts';

export interface Rest {
  readonly planner: Planner;
  /** In Chinese; English is fetched when it is chosen. */
  readonly words: Messages;
  readonly textForms: TextForms;
}
