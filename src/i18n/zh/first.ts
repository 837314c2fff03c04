/** The words that the page shows at once. All others are fetched when it is painted. */

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
  viewName: { plan: '规划表', comparison: '对比', analysis: '分析', peers: '对标' },
  commands: '命令',
  undo: '撤销',
  redo: '重做',
  save: '保存',
  saveAs: '另存为',
  import: '导入',
  export: '导出',
  compare: '对比',
  help: '帮助',
  share: '分享',
  language: 'EN',
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
  panelToggle: { show: '显示指标详情', hide: '收起指标详情' },
  scenario: {
    list: '方案',
    add: '新建方案',
    menu: '方案操作',
    fresh: (number: number) => `方案${numeral(number)}`,
    counts: (met: number, total: number) => `${met}/${total}`,
    changes: (count: number) => `改 ${count} 项`,
    described: (met: number, total: number, changes: number) =>
      `有目标 ${total} 项，可完成 ${met} 项${changes > 0 ? `，改动 ${changes} 项` : ''}`,
  },
  status: {
    mode: { ready: '就绪', enter: '输入', edit: '编辑', point: '选取' },
    shortcuts: '快捷键',
  },
};

export const grid = {
  name: '规划表',
  editor: '单元格',
  formulaBar: '编辑栏',
  nameBox: '名称框',
  header: {
    name: '指标',
    unit: '单位',
    base: (year: number) => [String(year), '基期'],
    year: (year: number) => [String(year)],
    growth: ['年均', '增速 %'],
    yearGrowth: (year: number) => [String(year), '增速 %'],
    target: (year: number) => [String(year), '目标'],
    gap: (year: number) => [String(year), '差距'],
    required: (year: number) => [`到 ${year}`, '需增 %'],
    path: '路径',
  },
  heading: {
    fold: (chapter: string) => `收起“${chapter}”`,
    unfold: (chapter: string) => `展开“${chapter}”`,
    hidden: (rows: number) => `已收起 ${rows} 行`,
  },
  status: {
    met: '达标',
    thin: '险达',
    missed: (gap: string) => `差 ${gap}`,
    atBound: '差一点',
    unknown: '无法判断',
  },
  comparison: {
    gt: (value: string) => `>${value}`,
    gte: (value: string) => `≥${value}`,
    lt: (value: string) => `<${value}`,
    lte: (value: string) => `≤${value}`,
    eq: (value: string) => value,
    approx: (value: string) => `≈${value}`,
    between: (low: string, high: string) => `${low}–${high}`,
  },
  measure: { growth: '增速', averageGrowth: '年均', change: '累计增', total: '合计' },
  noGrowth: { hold: '持平', target: '倒推', checkpoints: '倒推', formula: '公式' },
  growthUnit: { points: '百分点' },
  rangeHint: (range: string) => `区间 ${range}，表中按中间值计算`,
  changed: '本方案已改动',
  held: '已锁定',
  range: '区间',
};

export const scenario = {
  builtIn: {
    base: { name: '基准' },
    onTarget: { name: '达标' },
    cautious: { name: '保守' },
    bold: { name: '进取' },
    foresight: { name: '2021 年视角' },
  },
  readOnly: '只读',
  tabName: (name: string) => `${name}（内置，只读）`,
  guestName: (name: string) => `${name}（分享，只读）`,
  library: '方案库',
  libraryHint: '方案库：说明、排序、版本、改动　Ctrl+O',
  replay: '前后对照',
  replayHint: '在改动前（基准）和改动后之间切换　F8',
};
