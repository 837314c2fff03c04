import { build } from 'vite';
import { gzipSync } from 'node:zlib';
const r = await build({ root: '/tmp/h-load', configFile: '/tmp/h-load/vite.config.ts', logLevel: 'silent', plugins: [{ name: 'x', enforce: 'pre', resolveId(s, imp, o) { return null; }, transform: { order: 'post', handler(code, id) { if (/node_modules/.test(id)) return; return code.replace(/import\((["'`])(\.[^"'`]+)\1\)/g, 'Promise.resolve({a:"$2"})'); } } }], build: { write: false } });
const out = (Array.isArray(r) ? r[0] : r).output;
for (const c of out) if (c.type === 'chunk') { console.log('##', c.fileName, gzipSync(c.code).length, c.code.length);
  for (const id of c.moduleIds) if (c.modules[id].renderedLength) console.log(' ', id.replace(/.*(node_modules|h-load)\//, ''), c.modules[id].renderedLength); }
