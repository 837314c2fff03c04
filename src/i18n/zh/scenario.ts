/** The words for scenarios where they are worked on: built-in ones, read-only states, resetting. */
import { scenario as first } from './first.ts';

export const scenario = {
  ...first,
  builtIn: {
    base: { ...first.builtIn.base, reason: '历史趋势延续，不改动任何假设。' },
    onTarget: {
      ...first.builtIn.onTarget,
      reason: '每个目标恰好达到：有目标的指标按目标倒推，研发投入强度通过研发经费的增速实现。',
    },
    cautious: { ...first.builtIn.cautious, reason: '各项默认增速（向好的）乘以 0.7，其余不变。' },
    bold: { ...first.builtIn.bold, reason: '各项默认增速（向好的）乘以 1.2，其余不变。' },
    foresight: { ...first.builtIn.foresight, reason: '只看 2021 年底以前发布的目标，之后的文件当时还不知道。' },
  },
  bar: {
    label: '只读状态',
    builtIn: (name: string, reason: string) => `内置方案“${name}”：${reason}`,
    before: (name: string) => `正在看改动前：基准的数值，不含方案“${name}”的改动。`,
    version: (name: string, time: string) => `正在看“${name}”${time} 保存的版本。`,
    guest: (name: string) => `同事分享的方案“${name}”：只看，没有保存。`,
    refusedGuest: (cells: number) => `分享的方案只读，刚才的 ${cells} 处输入没有写入。`,
    close: '关闭',
    refusedBuiltIn: '内置方案只读，刚才的输入没有写入。',
    refusedBefore: '正在看改动前，不能修改。回到改动后再输入。',
    refusedVersion: '正在看早先的版本，不能修改。回到当前或恢复此版本后再输入。',
    copy: '复制为新方案',
    copyAndWrite: '复制为新方案并写入',
    drop: '放弃输入',
    after: '回到改动后',
    current: '回到当前',
    restore: '恢复此版本',
  },
  reset: {
    cell: (to: string) => `恢复为基准：${to}`,
    cells: (count: number) => `将 ${count} 个单元格恢复为基准`,
    unchanged: '与基准相同',
    row: (to: string) => `整行恢复为基准：${to}`,
    all: '全部恢复为基准',
    growth: (value: string) => `增速 ${value}`,
    blank: '空白',
  },
  restored: '已恢复到早先的版本。',
};
