import { build } from 'vite';
import { gzipSync } from 'node:zlib';
const r = await build({ root: '/tmp/h-load', configFile: '/tmp/h-load/' + process.argv[2], logLevel: 'silent', build: { write: false } });
const out = (Array.isArray(r) ? r[0] : r).output;
for (const c of out) if (c.type === 'chunk') {
  console.log('##', c.fileName, gzipSync(c.code).length, c.isEntry, 'imports', c.imports.length);
  for (const id of c.moduleIds) if (c.modules[id].renderedLength && /svelte\/src|core\/|io\/|view\/shared|view\/format|preload/.test(id) ) console.log('   ', id.replace(/.*(node_modules|h-load)\//, ''), c.modules[id].renderedLength);
}
