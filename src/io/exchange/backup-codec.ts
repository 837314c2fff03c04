/** The backup file as the app asks for it: the file of all scenarios, and the reasons that such a file can fail for. */
import type { BackupCodec, BackupError } from '../../core/scenario/backup.ts';
import { err } from '../../core/model/result.ts';
import type { NewId } from '../../core/scenario/store.ts';
import { decodeBackup, encodeBackup, planRestoration } from '../share/backup.ts';
import type { ShareContext } from '../share/link-contents.ts';
import type { ShareError } from '../../core/scenario/share.ts';

export function createBackupCodec(context: ShareContext, newId: NewId): BackupCodec {
  return {
    encode: (scenarios, savedAt) => encodeBackup(scenarios, context, savedAt),
    decode: (bytes) => {
      const backup = decodeBackup(bytes);
      return backup.ok ? backup : err(backupError(backup.error));
    },
    plan: (here, saved) => planRestoration(here, saved, newId),
  };
}

function backupError(error: ShareError): BackupError {
  switch (error.code) {
    case 'tooLarge':
      return { code: 'tooLarge', limit: error.limit, given: error.given };
    case 'newer':
      // A damaged number of the version looks like a newer one: the checksum tells them apart.
      return error.intact ? { code: 'newer', version: error.version } : { code: 'damaged' };
    case 'encoding':
    case 'damaged':
    case 'syntax':
    case 'tooDeep':
    case 'shape':
    case 'limit':
      return error;
    case 'notALink':
    case 'alphabet':
    case 'truncated':
    case 'missingDataset':
      // Of links and of shared files alone; a backup is opened on any dataset.
      return { code: 'shape', at: '' };
  }
}
