/** Errors in plain sentences: what is wrong, where, and what to mend. */
export const error = {
  /** Of a cell: `place` is the cell where the error began; empty when that is the cell itself. */
  cell: {
    divideByZero: (place: string) => `${place || '这一格'}的公式除以了零。请检查除数。`,
    number: (place: string) => `${place || '这一格'}的公式算不出数，例如负数开方，或结果太大。请检查其中的数值。`,
    value: (place: string) => `${place || '这一格'}里是文字，不能参加计算。请改成数字或公式。`,
    name: (place: string) => `${place || '这一格'}的公式里有不认识的名称。请检查指标名和函数名。`,
    reference: (place: string) => `${place || '这一格'}的公式引用了不存在的单元格。请改正引用的指标或年份。`,
    missing: (place: string, blank: string) =>
      `${place || '这一格'}的公式引用了空白单元格${blank}。请先填写${blank || '它'}。`,
    cycle: (ring: string) => `公式绕了一圈，又引用到自己：${ring}。请断开其中一处。`,
    syntax: (place: string) => `${place || '这一格'}的公式写法有误。请在编辑栏中改正。`,
    arrow: ' → ',
  },
  /** Of an entry, while the text is still in the editor: `place` is the character the caret stands at, from 1. */
  entry: {
    place: (at: number) => `第 ${at} 个字符：`,
    operand: '这里缺少数字、指标名或函数。',
    operator: '这里缺少运算符，如 + - * /。两项之间不能空着。',
    closingBracket: '括号没有配对，这里需要右括号 )。',
    reference: '这里要写指标名；年份写在方括号里，如 [-1]、[2020]。',
    end: '公式到这里应当结束，后面的内容多余。',
    forbidden: (text: string) => `公式里不能用“${text}”。`,
    unknownName: (name: string) => `没有叫“${name}”的指标。`,
    unknownFunction: (name: string) => `没有叫“${name}”的函数。`,
    nearest: (name: string) => `是不是“${name}”？`,
    argumentCount: (name: string, expected: string, given: number) =>
      `${name} 需要 ${expected} 个参数，现在有 ${given} 个。`,
    counts: (least: number, most: number) => (least === most ? String(least) : `${least} 到 ${most}`),
    countsFrom: (least: number) => `至少 ${least}`,
    rangeOutsideAggregate: '区域（a:b）只能放在 SUM、AVERAGE、MAX 这类函数里。',
    tooLong: (limit: number) => `公式太长，最多 ${limit} 个字符。`,
    tooManyTokens: (limit: number) => `公式太复杂，最多 ${limit} 个数、名称和符号。`,
    tooDeep: (limit: number) => `括号套得太深，最多 ${limit} 层。`,
    tooManyArguments: (limit: number) => `函数的参数太多，最多 ${limit} 个。`,
    notANumber: (text: string) => `“${text}”不是数字。请填写数字（如 1,234、12.5%、1.2万），或以 = 开头的公式。`,
    unit: (given: string, unit: string) => `“${given}”与本行的计量单位不符，本行是“${unit}”。请换算后只写数字。`,
    tooLarge: '这个数太大，无法计算。',
    notRange: '区间写成 6%~10%、8%±2% 或 6%/8%/10%（低、中、高）。',
    order: '区间要从低到高写，如 6%~10%；± 后面要大于零。',
  },
};
