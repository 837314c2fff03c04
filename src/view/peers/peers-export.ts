/** The comparison with other regions as a plain table for another program: numbers at full precision in the shown unit, words as on screen. */
import type { Year } from '../../core/model/cell.ts';
import type { Observation } from '../../core/model/dataset.ts';
import { rateFormat, shownNumber, valueFormat } from '../../core/model/format.ts';
import type { Peer, Peers, PeerTable, UnbasedPeer, UnbasedTable } from '../../state/peers.svelte.ts';
import type { NumberLanguage } from '../format/number.ts';
import { indicatorName } from '../shared/indicator-name.ts';
import type { ExportField, ExportRows } from '../shared/table-export.ts';
import { catchUpText, growthBasis, neededWord, type PeersContext } from './peers-text.ts';
import type { Spoken } from './words.ts';

export interface PeersExportContext extends Spoken {
  readonly language: NumberLanguage;
  /** The base year and the last. */
  readonly years: readonly [Year, Year];
}

/** Header, then for each indicator our line and one for each region. All rows are equally long. */
export function peersTable(
  { tables, unbased }: Pick<Peers, 'tables' | 'unbased'>,
  context: PeersExportContext,
): ExportRows {
  const { columns } = context.words.exported;
  const [base, last] = context.years;
  const header = [
    ...[columns.indicator, columns.region, columns.unit, columns.publishedYear, columns.published, columns.source],
    ...[columns.inYear(base), columns.inYear(last), columns.growth, columns.growthUnit, columns.growthBasis],
    ...[columns.place(base), columns.place(last), columns.gapYear, columns.gap, columns.share],
    ...[columns.catchUp, columns.needed(last)],
  ];
  return [
    header,
    ...tables.flatMap((table) => [
      ourLine(table, context),
      ...table.peers.map((peer) => peerLine(peer, table, context)),
    ]),
    ...unbased.flatMap((table) => [
      unbasedLine(table, context),
      ...table.peers.map((peer) => unbasedPeerLine(peer, table, context)),
    ]),
  ];
}

type Fields = ExportField[];

function ourLine(table: PeerTable, context: PeersExportContext): Fields {
  const { words, language } = context;
  const { indicator } = table.row;
  const text = textContext(indicator, table, context);
  return [
    ...[indicatorName(indicator, language), words.ours, indicator.unit.label[language], '', '', ''],
    ...valuesOf(table.ours, text, context),
    ...growthFields(table.ourGrowth?.value, words.ourGrowth, text),
    ...[table.firstPlace, table.lastPlace].map((place) => (place ? words.place(place.place, place.of) : '')),
    ...['', '', '', '', ''],
  ];
}

function peerLine(peer: Peer, table: PeerTable, context: PeersExportContext): Fields {
  const { words, language } = context;
  const { indicator } = table.row;
  const text = textContext(indicator, table, context);
  const format = valueFormat(indicator.unit);
  const growth = peer.setGrowth ?? peer.publishedGrowth?.value;
  return [
    ...[indicatorName(indicator, language), context.region(peer.region), indicator.unit.label[language]],
    ...publishedFields(peer.published, text),
    ...valuesOf(peer.values, text, context),
    ...growthFields(growth, growthBasis(peer, words), text),
    ...['', ''],
    ...(peer.gap
      ? [peer.gap.year, peer.isTotal ? '' : shownNumber(peer.gap.absolute, format), shareField(peer.gap.share)]
      : ['', '', '']),
    catchUpText(peer, words.catchUp).text,
    peer.needed?.growth === undefined
      ? neededWord(peer, context.years[1], words)
      : shownNumber(peer.needed.growth, rateFormat),
  ];
}

function unbasedLine({ indicator, ours, pace }: UnbasedTable, context: PeersExportContext): Fields {
  const { words, language } = context;
  const text = textContext(indicator, { pace }, context);
  return [
    ...[indicator.label[language], words.unbased.ours, indicator.unit.label[language]],
    ...publishedFields(ours, text),
    ...['', '', '', '', words.unbased.title, '', '', '', '', '', '', ''],
  ];
}

function unbasedPeerLine(peer: UnbasedPeer, { indicator, pace }: UnbasedTable, context: PeersExportContext): Fields {
  const { words, language } = context;
  const text = textContext(indicator, { pace }, context);
  return [
    ...[indicator.label[language], context.region(peer.region), indicator.unit.label[language]],
    ...publishedFields(peer.published, text),
    ...valuesOf(peer.values, text, context),
    ...growthFields(peer.publishedGrowth?.value, growthBasis(peer, words), text),
    ...['', '', '', '', '', words.unbased.notCompared, ''],
  ];
}

function textContext(
  indicator: PeersContext['indicator'],
  { pace }: Pick<PeerTable, 'pace'>,
  { language, words }: PeersExportContext,
): PeersContext {
  return { indicator, pace, language, words };
}

/** The newest published figure: year, number, who said so. */
function publishedFields(published: readonly Observation[], { indicator, language, words }: PeersContext): Fields {
  const newest = published.at(-1);
  if (!newest) return ['', '', ''];
  const { citation, value } = newest.figure;
  const source = words.source(citation.publisher[language], citation.published);
  return [newest.year, shownNumber(value, valueFormat(indicator.unit)), source];
}

function valuesOf(
  values: ReadonlyMap<Year, number>,
  { indicator }: PeersContext,
  { years }: PeersExportContext,
): Fields {
  const format = valueFormat(indicator.unit);
  return years.map((year) => {
    const value = values.get(year);
    return value === undefined ? '' : shownNumber(value, format);
  });
}

/** Growth, its unit, and what it rests on. */
function growthFields(growth: number | undefined, basis: string, { pace, words }: PeersContext): Fields {
  if (growth === undefined) return ['', '', basis];
  return [shownNumber(growth, rateFormat), pace === 'step' ? words.points : '%', basis];
}

function shareField(share: number | undefined): ExportField {
  return share === undefined ? '' : shownNumber(share, rateFormat);
}
