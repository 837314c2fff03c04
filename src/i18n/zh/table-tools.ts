/** The words for taking a table along. */
export const tableTools = {
  copy: '复制表格',
  csv: '导出 CSV',
  copied: (rows: number) => `已复制 ${rows} 行，可以粘贴到 Excel 或 WPS。`,
  copyFailed: '没有复制成功。请点一下表格，再按 Ctrl+C。',
};
