/** The words of the analysis view's frame. Those of a section are in a file of its own. */
export const analysis = {
  sections: '分析内容',
  sectionName: {
    targets: '目标',
    goalSeek: '反推',
    sensitivity: '敏感性',
    chance: '概率',
    identities: '勾稽',
    backTest: '复盘',
  },
};
