/** Facts about keeping the work, put into sentences. */
import { storage as en } from '../../i18n/en/storage.ts';
import { storage as zh } from '../../i18n/zh/storage.ts';
import { parseCellKey, type CellKey } from '../../core/model/cell.ts';
import type { Backups } from '../../state/backups.svelte.ts';
import type { Preferences } from '../../state/preferences.svelte.ts';
import type { Saving } from '../../state/saving.svelte.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import { formatBytes } from '../shared/bytes.ts';

export type StorageWords = typeof zh;

export function storageWords(language: Preferences['language']): StorageWords {
  return { zh, en }[language];
}

/** `高新技术企业 2023 年`. A row that this dataset has not got is called by its id. */
export function wordCell(key: CellKey, names: Pick<Workspace['names'], 'shortName'>, words: StorageWords): string {
  const ref = parseCellKey(key);
  if (!ref) return key;
  const { column } = ref;
  if (column.kind === 'setting') return words.cell.setting[column.name];
  const row = names.shortName(ref.indicator);
  switch (column.kind) {
    case 'value':
    case 'yearGrowth':
    case 'yearRange':
    case 'valueRange':
    case 'target':
      return words.cell[column.kind](row, column.year);
    case 'growth':
    case 'path':
    case 'held':
    case 'range':
    case 'peers':
      return words.cell[column.kind](row);
  }
}

type Refusal = NonNullable<Saving['refusal']>;

export function wordRefusal(
  refusal: Refusal,
  names: Pick<Workspace['names'], 'shortName'>,
  { refused, ...words }: StorageWords,
): string {
  switch (refusal.code) {
    case 'outdated':
      return refused.outdated;
    case 'name':
    case 'note':
    case 'author':
      return refused[refusal.code](refusal.limit);
    case 'changedCells':
    case 'scenarios':
      return refused[refusal.code](refusal.limit, refusal.given);
    case 'cellText':
      return refused.cellText(wordCell(refusal.cell, names, { refused, ...words }), refusal.limit);
    case 'notANumber':
      return refused.notANumber(wordCell(refusal.cell, names, { refused, ...words }));
  }
}

type BackupError = Extract<Awaited<ReturnType<Backups['read']>>, { readonly ok: false }>['error'];

/** `name`: of the file. */
export function wordBackupError(error: BackupError, name: string, { backup: { error: words } }: StorageWords): string {
  switch (error.code) {
    case 'tooLarge':
      return words.tooLarge(formatBytes(error.limit), formatBytes(error.given));
    case 'encoding':
    case 'damaged':
      return words[error.code];
    case 'syntax':
      return words.syntax(name, error.line, error.column);
    case 'tooDeep':
      return words.tooDeep(name, error.line, error.column, error.limit);
    case 'newer':
      return words.newer(error.version);
    case 'shape':
      return words.shape(error.at);
    case 'limit':
      return words.limit(error.at, error.limit, error.given);
  }
}
