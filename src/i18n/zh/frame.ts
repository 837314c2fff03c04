/** The words of the page frame: header, chapter list, scenario tabs, status bar, notices. */

/** 1 to 99 as a person counts them: 一, 十二, 二十. Larger ones stay in digits. */
function numeral(number: number): string {
  const digit = (value: number) => '零一二三四五六七八九'.charAt(value);
  if (number < 1 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
}

export const frame = {
  brand: '渝策',
  baseline: (from: number, to: number) => `基期 ${from} → ${to}`,
  views: '视图',
  viewName: { plan: '规划表', comparison: '对比' },
  viewLoading: '正在载入…',
  viewFailed: '这个视图没有载入成功。请检查网络后重新打开页面；已做的改动不受影响。',
  commands: '命令',
  undo: '撤销',
  redo: '重做',
  save: '保存',
  saveAs: '另存为',
  import: '导入',
  importHint: '打开方案文件、链接、二维码图片或备份',
  export: '导出',
  exportHint: '导出表格、方案文件或备份',
  compare: '对比',
  compareHint: '把当前方案与参照方案并排对比',
  help: '帮助',
  share: '分享',
  openShared: '打开分享…',
  language: 'EN',
  languageHint: '切换到英文界面（English）',
  theme: { system: '外观：跟随系统', light: '外观：浅色', dark: '外观：深色' },
  saveState: {
    saved: '已保存',
    saving: '正在保存…',
    unsaved: '未保存',
    failed: '保存失败',
  },
  regions: {
    formula: '单元格内容',
    outline: '章节与筛选',
    panel: '指标详情',
    scenarios: '方案标签栏',
    status: '状态栏',
  },
  outline: {
    search: '查找指标',
    searchHint: '查找指标　Ctrl+F',
    chapters: '章节',
    counts: '可完成 / 有目标',
    chapterCounts: (met: number, total: number) => `有目标 ${total} 项，可完成 ${met} 项`,
    noTargets: '没有目标',
    filters: '筛选',
    changed: '只看本方案改动',
    behind: '只看有差距',
    withTarget: '只看有目标',
    yearGrowth: '显示分年增速',
    columns: '列',
    found: (rows: number) => `找到 ${rows} 项指标`,
    nothing: '没有符合条件的指标',
    clear: '清除筛选',
  },
  scenario: {
    list: '方案',
    add: '新建方案',
    menu: '方案操作',
    rename: '重命名',
    duplicate: '复制',
    remove: '删除',
    name: '方案名称',
    fresh: (number: number) => `方案${numeral(number)}`,
    copy: (name: string) => `${name} 副本`,
    counts: (met: number, total: number) => `${met}/${total}`,
    changes: (count: number) => `改 ${count} 项`,
    described: (met: number, total: number, changes: number) =>
      `有目标 ${total} 项，可完成 ${met} 项${changes > 0 ? `，改动 ${changes} 项` : ''}`,
    lastOne: '至少要保留一个方案',
  },
  saveAsDialog: {
    title: '另存为新方案',
    hint: '复制当前方案，用新名称保存，并打开它。原方案不变。',
    confirm: '另存为',
    cancel: '取消',
    needsName: '请填写名称',
    taken: '已有同名方案，请换一个名称',
    tooLong: (limit: number) => `名称最多 ${limit} 个字`,
  },
  status: {
    mode: { ready: '就绪', enter: '输入', edit: '编辑', point: '选取' },
    rollUp: (total: number, met: number, rate: string, behind: number) =>
      total === 0 ? '没有目标' : `有目标 *${total}* 项中 *${met}* 项可完成，完成率 *${rate}*，滞后 *${behind}* 项`,
    layers: (names: readonly string[]) => (names.length === 0 ? '没有生效的目标' : `目标口径：${names.join(' · ')}`),
    shortcuts: '快捷键',
    statistics: { count: '计数', sum: '求和', mean: '平均', min: '最小', max: '最大' },
  },
  notice: {
    dismiss: '关闭',
    undo: '撤销',
    reload: '重新加载',
    backUp: '备份…',
    deleted: (name: string) => `已删除方案“${name}”。`,
    saved: '已保存在本机浏览器中。',
    notSaved: {
      denied: '浏览器不允许本页保存数据。您仍可继续工作，但关闭页面后改动会丢失。',
      timeout: '浏览器的存储没有响应，改动暂时没有保存，正在重试。',
      closed: '浏览器的存储被关闭，改动暂时没有保存，正在重试。',
      unknown: '保存没有成功，改动还在页面里，正在重试。',
      full: '浏览器的存储空间已满，改动没有保存，仍在页面里。请先备份，再删除不用的方案。',
      fullBy: (used: string, quota: string) =>
        `浏览器的存储空间已满（已用 ${used}，上限 ${quota}），改动没有保存，仍在页面里。请先备份，再删除不用的方案。`,
      outdated: '另一个窗口用上了更新的版本，本页现在只能查看，不能修改。重新加载后可继续工作。',
      conflict: '另一个窗口已经保存过这个方案，本窗口的改动没有保存。请在本窗口“另存为”新方案，再重新打开页面。',
    },
    quarantined: (name: string, reason: string) =>
      `方案“${name}”无法读取（${reason}）。原始数据已单独保留，其他方案不受影响。`,
    reasons: {
      shape: '结构不完整',
      checksum: '校验不一致',
      length: '长度不符',
      newer: '由更新的版本保存',
      migration: '升级时出错',
    },
    lost: (count: number, names: string) => `浏览器丢失了 ${count} 个方案：${names}。`,
    lostOne: (name: string, savedAt: string, older: boolean) =>
      `${name}（最后保存于 ${savedAt}${older ? '，已打开更早保存的内容' : ''}）`,
    recovered: (edits: number) => `已找回上次关闭前没来得及保存的 ${edits} 处改动。`,
  },
  dialog: { close: '关闭', shortcuts: '快捷键', help: '公式帮助' },
  panelToggle: { show: '显示指标详情', hide: '收起指标详情' },
};
