/** Facts about storage, put into sentences. */
import type { Messages } from '../../i18n/messages.ts';
import type { Saving, StorageNotice } from '../../state/saving.svelte.ts';
import { formatBytes } from '../shared/bytes.ts';

type Failure = Extract<Saving['state'], { kind: 'failed' }>['failure'];
type Words = Messages['frame']['notice'];

export function wordFailure(failure: Failure, words: Words): string {
  if (failure.code === 'full' && failure.used !== undefined && failure.quota !== undefined) {
    return words.notSaved.fullBy(formatBytes(failure.used), formatBytes(failure.quota));
  }
  return words.notSaved[failure.code];
}

/** Those whose words are at hand from the start; the others are worded where they are shown. */
export function wordNotice(
  notice: Exclude<StorageNotice, { readonly kind: 'late' | 'cleared' }>,
  words: Words,
): string {
  switch (notice.kind) {
    case 'unavailable':
      return wordFailure(notice.failure, words);
    case 'quarantined':
      return words.quarantined(notice.record.name, words.reasons[notice.record.reason]);
    case 'lost':
      return words.lost(
        notice.scenarios.length,
        notice.scenarios
          .map(({ name, savedAt, older }) => words.lostOne(name, wordTime(savedAt), older === true))
          .join('; '),
      );
    case 'recovered':
      return words.recovered(notice.edits);
  }
}

/** A stored time to the minute, `2026-01-05 09:30`, as it was written: no clock of this machine has a say in it. */
export function wordTime(stored: string): string {
  return stored.slice(0, 16).replace('T', ' ');
}
