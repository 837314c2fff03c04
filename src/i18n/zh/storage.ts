/** The words about keeping the work: notices, conflicts between windows, backups. Fetched after the page stands. */
import { cellTexts } from './cell-texts.ts';

export const storage = {
  merged: (cells: number, scenarios: number) =>
    [
      cells > 0 ? `另一窗口改了 ${cells} 处，已合并。` : '',
      scenarios > 0 ? `另一窗口增删了 ${scenarios} 个方案，已同步。` : '',
    ].join(''),
  cleared: '浏览器的存储在另一个窗口被清空。这里打开的方案已全部重新保存。',
  late: (scenarios: number) =>
    `浏览器的存储恢复了响应，里面有 ${scenarios} 个方案。合并后，那里的方案和这里的改动都保留，并保存在一起。`,
  take: '合并并保存',
  download: '下载原始数据',
  known: '知道了，不再提示',
  conflicts: (count: number) => `有 ${count} 处在另一窗口也改了，目前保留本窗口的内容。`,
  decide: '逐项选择',
  backupDue: (days?: number) =>
    days === undefined
      ? '这些方案只存在本机浏览器里，还没有备份过；浏览器空间不足时可能清除它们。'
      : `上次备份是 ${days} 天前。浏览器空间不足时可能清除保存的方案。`,
  backUp: '备份…',
  notNow: '以后再说',
  refused: {
    outdated: '没有改动：本页已是旧版本，只能查看。重新加载后可继续修改。',
    name: (limit: number) => `没有改动：名称最多 ${limit} 个字。`,
    author: (limit: number) => `没有改动：署名最多 ${limit} 个字。`,
    note: (limit: number) => `没有改动：附言最多 ${limit} 个字。`,
    changedCells: (limit: number, given: number) =>
      `没有改动：一个方案最多改动 ${limit} 个单元格，这样会有 ${given} 个。`,
    scenarios: (limit: number, given: number) => `没有改动：最多保存 ${limit} 个方案，这样会有 ${given} 个。`,
    cellText: (cell: string, limit: number) => `没有改动：${cell} 的内容太长，一个单元格最多 ${limit} 个字符。`,
    notANumber: (cell: string) => `没有改动：${cell} 的数值无法保存（不是有限的数）。`,
  },
  cell: {
    value: (row: string, year: number) => `${row} ${year} 年`,
    growth: (row: string) => `${row} 增速`,
    yearGrowth: (row: string, year: number) => `${row} ${year} 年增速`,
    path: (row: string) => `${row} 增长路径`,
    held: (row: string) => `${row} 锁定年份`,
    target: (row: string, year: number) => `${row} ${year} 年目标`,
    range: (row: string) => `${row} 增速区间`,
    yearRange: (row: string, year: number) => `${row} ${year} 年增速区间`,
    valueRange: (row: string, year: number) => `${row} ${year} 年数值区间`,
    peers: (row: string) => `${row} 外地增速`,
    setting: cellTexts.setting,
  },
  head: { name: '方案名称', note: '附言', author: '署名' },
  conflict: {
    title: '两个窗口改了同一处',
    intro: '在您选择之前，保留本窗口的内容。采用对方的内容可以一步撤销；对方的整个方案也留在“早先的版本”里。',
    scenario: '方案',
    cell: '单元格',
    base: '原来',
    mine: '我的',
    theirs: '对方的',
    keepMine: '保留我的',
    takeTheirs: '采用对方的',
    allMine: '全部保留我的',
    allTheirs: '全部采用对方的',
    chosen: (done: number, total: number) => `已选 ${done} / ${total} 项`,
    apply: '确定',
    later: '以后再选',
    blank: '空白',
    unchanged: (text: string) => `${text}（基准）`,
    numbered: (name: string) => `已有同名方案，采用后名为“${name}”`,
    none: '没有需要选择的内容了。',
  },
  backup: {
    title: '备份与恢复',
    about: '把全部方案存成一个文件，放到本机浏览器以外的地方，例如 U 盘或单位的共享盘。',
    last: (time: string, days?: number) =>
      `上次备份：${time}${days === undefined ? '' : days === 0 ? '（今天）' : `（${days} 天前）`}`,
    never: '还没有备份过。',
    make: (scenarios: number) => `备份 ${scenarios} 个方案`,
    fileName: (date: string) => `渝策备份 ${date}`,
    made: (scenarios: number, size: string) => `已备份 ${scenarios} 个方案（${size}），文件在浏览器的下载文件夹里。`,
    restore: '恢复',
    restoreAbout: '从备份文件恢复只会增加方案，不会改动或删除现有的方案。',
    choose: '选择备份文件',
    reading: '正在读取…',
    found: (scenarios: number, time: string) => `文件里有 ${scenarios} 个方案，备份于 ${time}。`,
    adds: (added: number, skipped: number) =>
      `将增加 ${added} 个${skipped > 0 ? `；另外 ${skipped} 个与现有方案相同，不再增加` : ''}。`,
    nothing: '文件里的方案这里都有，没有要增加的。',
    more: (count: number) => `……等 ${count} 个`,
    confirm: (added: number) => `增加 ${added} 个方案`,
    restored: (added: number) => `已增加 ${added} 个方案。可用“撤销”一步撤回。`,
    undo: '撤销',
    refused: '没有恢复：方案数量会超过上限，或本页已是旧版本。',
    failed: '文件没有读出来，可能已被移动或没有读取权限。请重新选择。',
    error: {
      tooLarge: (limit: string, given: string) => `文件太大：${given}，最多 ${limit}。没有恢复任何内容。`,
      encoding: '文件不是文本，可能选错了文件。没有恢复任何内容。',
      damaged: '备份文件已损坏（校验不一致）。没有恢复任何内容。',
      syntax: (name: string, line: number, column: number) =>
        `${name} 第 ${line} 行第 ${column} 列不是正确的 JSON，文件可能不完整。没有恢复任何内容。`,
      tooDeep: (name: string, line: number, column: number, limit: number) =>
        `${name} 第 ${line} 行第 ${column} 列嵌套超过 ${limit} 层。没有恢复任何内容。`,
      newer: (version: number) => `备份文件由更新的版本（格式 ${version}）制作。请重新加载页面以更新，再恢复。`,
      shape: (at: string) => `这不是渝策的备份文件${at === '' ? '' : `（${at} 处不符）`}。没有恢复任何内容。`,
      limit: (at: string, limit: number, given: number) =>
        `备份文件的 ${at} 超过上限：${given}，最多 ${limit}。没有恢复任何内容。`,
    },
  },
};
