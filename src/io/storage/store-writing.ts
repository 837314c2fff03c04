/** What the store writes, and what it needs to mend. Nothing of it is needed to open what lies there in order, so it is fetched later. */
import { forgetStored, learnOutside, recordSave } from './ledger-changes.ts';
import { replayNotes } from './replay-notes.ts';
import { writeForgetLost, writeQuarantine, writeSave } from './transaction.ts';
import { readVersions, writeVersion } from './versions.ts';

export const storeWriting = {
  forgetStored,
  learnOutside,
  recordSave,
  replayNotes,
  writeForgetLost,
  writeQuarantine,
  writeSave,
  readVersions,
  writeVersion,
};

export type StoreWriting = typeof storeWriting;
