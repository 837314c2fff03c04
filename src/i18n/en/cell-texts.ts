import type { cellTexts as zh } from '../zh/cell-texts.ts';

export const cellTexts: typeof zh = {
  setting: {
    layers: 'Documents whose targets count',
    'known-until': 'Cut-off date of what is known',
    lights: 'Rule of the lights',
  },
  usual: { layers: 'as usual', 'known-until': 'none', lights: 'as usual' },
  unreadable: (text) => `as usual (“${text}” cannot be read)`,
  noLayers: 'none',
  layers: (added, dropped) =>
    [added.length > 0 ? `with ${added.join(', ')}` : '', dropped.length > 0 ? `without ${dropped.join(', ')}` : '']
      .filter((part) => part !== '')
      .join('; '),
  lights: (shape, green, yellow) => `${shape}, green from ${green} ×, yellow from ${yellow} ×`,
  shapes: { linear: 'in equal steps', geometric: 'at a constant rate' },
  peer: (region, growth) => `${region} ${growth}`,
  points: (value) => `${value} points`,
  list: (items) => items.join(', '),
  blank: { cell: 'blank', yearGrowth: 'as the row', target: 'no target', none: 'none', peers: 'as published' },
};
