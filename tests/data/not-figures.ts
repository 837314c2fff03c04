/**
 * Numbers in the report that are no figure of an indicator, each with the words around it and the reason. Whoever finds a figure
 * among them adds it to `data/` and takes it from here.
 */
export interface NotFigure {
  readonly words: string;
  readonly reason: 'date' | 'numbering' | 'name' | 'word' | 'slogan' | 'structure' | 'repeated';
}

const all = (reason: NotFigure['reason'], ...words: readonly string[]): readonly NotFigure[] =>
  words.map((each) => ({ words: each, reason }));

export const notFigures: readonly NotFigure[] = [
  // Years and dates.
  ...all('date', '2020年', '2021年06月11日', '2021年,', '2020全球创新指数', '“十三五”'),
  // Numbers of headings.
  ...all('numbering', '一、2020', '二、存在', '三、下一步', '(一)', '(二)', '(三)', '(四)', '(五)', '(六)'),
  // Numbers that are part of a name, or define what is counted.
  ...all(
    'name',
    '“双一流”',
    '“一带一路”',
    '“1+3”',
    '“十大应用场景”',
    'ESI排名前1%',
    '排名前1‰',
    '“两院”',
    '两江',
    '四川',
  ),
  // Numerals inside ordinary words.
  ...all('word', '下一步', '新一代', '第一批', '支持发展一批', '扫一扫'),
  // Slogans.
  ...all('slogan', '“一区多园”', '“一稳定、三自主”', '“一企一策”', '一城引领', '“三评”', '“四唯”', '“一对一”'),
  // Enumerations of the text itself.
  ...all('structure', '“四缺”', '五个方面', '五道关口'),
  // Figures told before, or a population that a figure is a share of.
  ...all('repeated', '高新技术企业数量4222家'),
];
