/** The words of the section on targets. Fetched with it. */
export const targets = {
  table: '目标一览',
  columns: { indicator: '指标', year: '年份', wording: '目标', value: '本方案', status: '达标情况' },
};
