/** Every limit that a person can run into, named once and shown in the message about it. */
export const limits = {
  formulaCharacters: 2000,
  formulaTokens: 800,
  formulaDepth: 32,
  formulaArguments: 64,
  nameCharacters: 120,
  noteCharacters: 10_000,
  changedCells: 20_000,
  /** Text of one stored cell. Wider than `formulaCharacters`: ids may be longer than the names that were typed. */
  cellCharacters: 10_000,
  undoSteps: 1000,
  scenarios: 500,
  years: 60,
  jsonDepth: 12,
  linkCharacters: 32_768,
  expandedLinkBytes: 1_048_576,
  /** Of a file of scenarios, or of text to import. */
  importBytes: 10_485_760,
} as const;
