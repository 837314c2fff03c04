/** A whole dataset in a few lines, to be broken one cell at a time. */
import type { DatasetFiles, TableName } from '../../../src/io/dataset/dataset-error.ts';

type Tables = Readonly<Record<TableName, readonly string[]>>;

/** Cells are written with `|` between them here and there turned into tabs, so that a reader sees them; lists use `/`. */
const small: Tables = {
  dataset: [
    'dataset|title_zh|title_en|region|base_year|last_year|target_years',
    'small|小|Small|甲|2020|2023|2021/2023',
  ],
  units: ['unit|zh|en|decimals|percent|whole', 'jia|家|no.|0|no|yes', 'percent|%|%|2|yes|no'],
  regions: ['region|en', '甲|A', '乙|B', '全国|China'],
  documents: ['document|zh|en|publisher_zh|publisher_en|published|remark', 'report|报告|Report|局|Bureau|2021-06-11|'],
  chapters: ['chapter|number|zh|en|subtitle_zh|subtitle_en', 'one|一|章|One|副|Sub', 'two||另|Two|副|Sub'],
  indicators: [
    'indicator|chapter|zh|en|short_name|pinyin|aliases|unit|kind|better|origin|note_zh|note_en',
    'firms|one|企业数|Firms|企业|qy|公司|jia|stock|up|report||',
    'share|two|占比|Share|占比|zb||percent|ratio|up|report||',
    'place|two|位次|Place|位次|wc||jia|rank|down|model|注|Note',
    'pace||增长|Pace|企业增长|qyzz||percent|ratio|up|document||',
  ],
  'baseline-2020': [
    'indicator|bound|value|standing|document|chapter|paragraph|quote|note_zh|note_en',
    'firms|>|121|official|report|一|段|企业121家||',
    'share|≈|2.1|estimate|report|||||',
    'place|=|7|official|report|||||',
  ],
  workbook: [
    'indicator|path|reason|from|growth_from|formula',
    'firms|compound|history|2018||',
    'share|formula|identity|||firms/place',
    'place|compound|publishedGrowth|2020|pace|',
  ],
  layers: [
    'layer|region|issued|by_default|zh|en',
    'plan|甲|2021-03|yes|规划|Plan',
    'nation|全国|2021|no|国家|Nation',
    'peer|乙||no|乙规划|B plan',
  ],
  targets: [
    'layer|indicator|year|comparator|value|tolerance|nature|standing|document|chapter|paragraph|quote|note_zh|note_en',
    'plan|share|2023|>|2.6||unstated|press|report|||||',
    'plan|place|2023|=|5||binding|press|report|||||',
    'plan|pace|2023|≈|7|0.5|unstated|press|report|||||',
    'nation|firms|2023|>=|500||unstated|press|report|||||',
    'peer|firms|2023|=|300||unstated|press|report|||||',
  ],
  observations: [
    'kind|indicator|region|year|since|bound|value|standing|document|comparable|chapter|paragraph|quote|note_zh|note_en',
    'history|firms|甲|2018||≈|90|estimate|report|no|||||',
    'history|firms|甲|2018||=|100|official|report|yes|||||',
    'history|pace|甲|2020||=|12.2|press|report|yes|||||',
    'peer|firms|乙|2020|2016|=|400|press|report|no||||注|Note',
  ],
  ratios: [
    'indicator|region|year|bound|value|standing|document|chapter|paragraph|quote|warning_zh|warning_en',
    'firms|乙|2020|≈|5.4|official|report||||慎用|Beware',
  ],
  relations: [
    'relation|kind|left|right|divisor|tolerance|note_zh|note_en',
    'share_is|quotient|share|firms|place|0.05|占比的定义|What a share is',
    'part|within|place|firms|||部分|A part',
    'more|increase|firms|place|||增加|An increase',
  ],
};

/** The small dataset's tables, one line of one of them replaced: `edit('units', 2, 'jia|…')`. Line 1 is the header. */
export function tables(edit?: {
  readonly table: TableName;
  readonly line: number;
  readonly text: string;
}): DatasetFiles {
  const written = (name: TableName): string =>
    small[name]
      .map((line, index) => (edit?.table === name && edit.line === index + 1 ? edit.text : line))
      .map((line) => line.replaceAll('|', '\t').replaceAll('/', name === 'dataset' ? '|' : '/'))
      .join('\n');
  return {
    dataset: written('dataset'),
    units: written('units'),
    regions: written('regions'),
    documents: written('documents'),
    chapters: written('chapters'),
    indicators: written('indicators'),
    'baseline-2020': written('baseline-2020'),
    workbook: written('workbook'),
    layers: written('layers'),
    targets: written('targets'),
    observations: written('observations'),
    ratios: written('ratios'),
    relations: written('relations'),
  };
}
