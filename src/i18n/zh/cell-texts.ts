/** The words for what scenarios keep as text: choices of the scenario as a whole, growth of other regions. Fetched with whoever tells them. */
export const cellTexts = {
  setting: { layers: '启用的目标文件', 'known-until': '只用此日以前发布的目标和数据', lights: '亮灯规则' },
  usual: { layers: '默认', 'known-until': '不限', lights: '默认' },
  unreadable: (text: string) => `默认（“${text}”无法识别）`,
  noLayers: '全部停用',
  layers: (added: readonly string[], dropped: readonly string[]) =>
    [
      added.length > 0 ? `另加${added.map((name) => `《${name}》`).join('、')}` : '',
      dropped.length > 0 ? `停用${dropped.map((name) => `《${name}》`).join('、')}` : '',
    ]
      .filter((part) => part !== '')
      .join('；'),
  lights: (shape: string, green: string, yellow: string) => `${shape}，绿灯不低于 ${green} 倍，黄灯不低于 ${yellow} 倍`,
  shapes: { linear: '逐年等量', geometric: '逐年等速' },
  peer: (region: string, growth: string) => `${region} ${growth}`,
  points: (value: string) => `${value} 个百分点`,
  list: (items: readonly string[]) => items.join('、'),
  blank: { cell: '空白', yearGrowth: '随整行', target: '无目标', none: '无', peers: '按公布值' },
};
