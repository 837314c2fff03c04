/** The words of taking things out of the app. Fetched when first needed. */
export const exchange = {
  title: '导出',
  hint: '文件由本页生成，存到浏览器的下载文件夹，不上传任何服务器。',
  plan: {
    label: '规划表（CSV）',
    hint: (scenario: string) => `“${scenario}”的全部指标、各年数值、目标和差距，可用 Excel、WPS 打开。`,
    fileName: (scenario: string, date: string) => `${scenario} 规划表 ${date}`,
  },
  comparison: {
    label: '对比表（CSV）',
    hint: '现在看到的方案对比，可用 Excel、WPS 打开。',
  },
  scenario: {
    label: '方案文件',
    hint: (scenario: string) => `“${scenario}”的全部改动，发给同事后用“导入”打开。`,
  },
  link: { label: '分享链接…', hint: '把方案变成一个链接或二维码，可以同时选几个方案。' },
  backup: { label: '备份全部方案…', hint: '全部方案存成一个文件，换电脑或浏览器时用“导入”恢复。' },
  saved: (name: string) => `已保存为“${name}”，在浏览器的下载文件夹里。`,
  failed: '没有导出成功，请检查网络后再试一次；已做的改动不受影响。',
  column: {
    chapter: '章节',
    gap: (year: number) => `${year} 差距（正数为缺口）`,
  },
};
