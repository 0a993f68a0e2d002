// Measures what the goals speak of and writes docs/benchmarks.md: ratios inside one run, medians of three.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const TURNS = Number(process.argv[2] ?? 3);

function measure(file) {
  const done = spawnSync(process.execPath, [join('tests/bench', file)], { cwd: root, encoding: 'utf8' });
  const start = done.stdout.indexOf('{');
  if (start < 0) throw new Error(`${file}: ${done.stderr.slice(-2000)}`);
  const result = JSON.parse(done.stdout.slice(start));
  console.log(`${file}: ${JSON.stringify(result)}`);
  return result;
}
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
const turns = (file) => Array.from({ length: TURNS }, () => measure(file));
const of = (runs, key) => median(runs.map((run) => run[key]));

// The start comes first: a million rows before it leave the disk busy.
const starts = turns('cold-start.ts');
const imports = turns('import.ts');
const workbooks = turns('workbook.ts');
const folders = turns('recognise.ts');
const vaults = turns('vault.ts');
const trust = turns('journal.ts');
const lists = measure('watch-lists.ts');
const matching = turns('matching-candidates.ts');
const frames = turns('chart-frame.ts');
const frameRatio = (view) => median(frames.map((run) => Math.round(run.ratio[view] * 100) / 100));

const rows = [
  [
    'Import of 1,000,000 call rows, everything included ÷ bare encrypted insert with 3 indexes',
    of(imports, 'ratio'),
    '≤ 2.5',
  ],
  ['Peak memory of that import, MB', of(imports, 'peakMegabytes'), '≤ 600'],
  [
    'Rows a second of that import',
    Math.round(of(imports, 'rows') / of(imports, 'importSeconds')),
    'recorded',
  ],
  [
    'Import of a workbook of 200,000 call rows, everything included ÷ reading it with its library alone',
    of(workbooks, 'ratio'),
    '≤ 2',
  ],
  ['Files a second recognised in a folder of 2,000 mixed ones', of(folders, 'filesPerSecond'), '≥ 200'],
  ['A watch list of 100,000 entries loaded, s', lists.loadSeconds, 'recorded'],
  ['It compared with a vault of 200,000 entities, s', lists.wholeSeconds, 'recorded'],
  ['The 10,000 entities of an import compared with it, s', lists.importOf10000Seconds, '≤ 60'],
  ['Peak memory of these three, MB', lists.peakMegabytes, '≤ 600'],
  ['Two-hop expand on that vault, p95, ms', of(imports, 'expandTwoHopsP95Ms'), '≤ 50'],
  [
    'Unlock to ready on a vault of 1,000,000 rows, without the key derivation, s',
    of(vaults, 'unlockSeconds'),
    '≤ 1.0',
  ],
  ['Backup of it, copied and checked, s', of(vaults, 'backupSeconds'), 'recorded'],
  ['The whole of it encrypted anew, s', of(vaults, 'rekeySeconds'), 'recorded'],
  ['Restore of it, s', of(vaults, 'restoreSeconds'), 'recorded'],
  ['Journal, audit and evidence on that import, share of its time added', of(trust, 'trustShare'), '≤ 0.15'],
  ['Un-import ÷ that import', of(trust, 'undoRatio'), '≤ 2'],
  [
    'Pairs that may be one for 1,000 people brought to 100,000, candidates and scores, s',
    of(matching, 'seconds'),
    '≤ 6',
  ],
  ['Peak memory of that search, MB', of(matching, 'memoryMegabytes'), '≤ 600'],
  ['Cold start to the unlock screen ÷ empty window of the same host', of(starts, 'ratio'), '≤ 1.5'],
  ['Chart of 2,000 / 5,000, frame while panning, whole chart ÷ bare cytoscape', frameRatio('whole'), '≤ 1.5'],
  ['The same at zoom 1', frameRatio('near'), '≤ 1.5'],
];
const memory = Math.round(totalmem() / 2 ** 30);
const text = `# Benchmarks

Written by \`npm run bench\`. Ratios are taken inside one run on one machine; ${TURNS === 1 ? 'single runs' : `medians of ${TURNS}`}. Other machines give
other seconds; the ratios should hold. Last run: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, ${memory} GiB, Chromium host.

| What | Measured | Goal |
|---|---|---|
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
writeFileSync(join(root, 'docs/benchmarks.md'), text);
console.log(text);
