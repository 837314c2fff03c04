/** The words of the section on what is true by definition. Fetched with it. */
export const identities = {
  hint: '按定义必须成立的关系。本方案的数值不符时列在这里，由您决定改哪一边；改一处是一步，可撤销。',
  allHold: (relations: number) => `${relations} 条勾稽关系在各年都成立。`,
  someBroken: (places: number) => `有 ${places} 处不符。`,
  broken: '不符的地方',
  declared: (relations: number) => `全部勾稽关系（${relations} 条）`,
  columns: { year: '年份', relation: '关系', actual: '现为', allowed: '应为', excess: '相差', sides: '改哪一边' },
  atMost: (value: string) => `不超过 ${value}`,
  quotient: (left: string, right: string, divisor: string) => `${left}＝${right}÷${divisor}`,
  within: (left: string, right: string) => `${left}≤${right}`,
  increase: (left: string, right: string) => `${left}一年的增加≤${right}`,
  mend: (name: string, value: string) => `“${name}”改为 ${value}`,
  mended: (name: string, year: number) => `已改“${name}”${year} 年的数。Ctrl+Z 可撤销。`,
  goTo: (name: string, year: number) => `转到规划表：${name} ${year} 年`,
};
