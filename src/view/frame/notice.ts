/** A line about what has just happened. `undoes`: the step that can be taken back from it, as long as it is the latest. */
import type { Messages } from '../../i18n/messages.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import type { GridMessage } from '../grid/session.svelte.ts';

export interface Notice {
  /** Worded when shown, so that it follows a switch of language. */
  readonly text: (messages: Messages) => string;
  readonly undoes?: Workspace['lastEdit'];
}

/** What the grid tells, which is worded when it is shown. */
export interface GridNotice {
  readonly grid: GridMessage;
}

/** Whether undo would take back just what the notice is about. */
export function canUndoFrom(notice: Notice, lastEdit: Workspace['lastEdit']): boolean {
  return notice.undoes !== undefined && notice.undoes === lastEdit;
}

/** What the grid has to say, in words. */
export function wordGridMessage(message: GridMessage, words: Messages['grid']['message']): string {
  switch (message.kind) {
    case 'noSuchCell':
      return words.noSuchCell(message.text);
    case 'pasted':
      return [
        words.pasted(message.cells),
        message.unreadable > 0 ? words.unreadable(message.unreadable) : '',
        message.skipped > 0 ? words.skipped(message.skipped) : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' ');
    case 'tooMany':
      return words.tooMany(message.cells, message.limit);
    case 'traced':
      if (message.to === 'precedents') {
        return message.count === 0 ? words.noPrecedents : words.precedents(message.count, message.place);
      }
      return message.count === 0 ? words.noDependents : words.dependents(message.count, message.place);
    case 'usePasteKeys':
    case 'nothingPasted':
    case 'readOnly':
    case 'copyFailed':
    case 'cannotPoint':
    case 'nothingToSum':
    case 'growthWritten':
    case 'noGrowthNeeded':
      return words[message.kind];
  }
}
