import type { SheetColumn } from '../model/sheet.ts';

/** How an address is shown in the name box and in messages: the short name with the column in brackets. Reads back in either language. */
export function addressLabel(shortName: string, column: SheetColumn, language: 'zh' | 'en'): string {
  return `${shortName}[${language === 'zh' ? chineseName(column) : column.id}]`;
}

/** How a column is called in a Chinese address. */
export function chineseName({ role, id, year }: SheetColumn): string {
  switch (role) {
    case 'base':
    case 'year':
      return id;
    case 'name':
      return '指标';
    case 'unit':
      return '单位';
    case 'growth':
      return '增速';
    case 'path':
      return '路径';
    case 'target':
      return `${year}目标`;
    case 'gap':
      return `${year}差距`;
    case 'required':
      return `${year}需增`;
    case 'yearGrowth':
      return `${year}增速`;
  }
}
