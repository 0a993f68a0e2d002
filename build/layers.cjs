// The layer rules of the house (docs/architecture.md). Each one has a test that shows it catching a violation
// (tests/unit/build/layers.test.ts).
const FEATURES = '(chart|map|timeline|table|casefile|import|exchange|search|training|vault|audit|inspector|questions)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'core-is-pure', severity: 'error', from: { path: '^src/core/' }, to: { path: '^src/', pathNot: '^src/core/' } },
    { name: 'core-has-no-node', severity: 'error', from: { path: '^src/(core|contract)/' }, to: { dependencyTypes: ['core'] } },
    { name: 'contract-knows-core-only', severity: 'error', from: { path: '^src/contract/' }, to: { path: '^src/', pathNot: '^src/(core|contract)/' } },
    { name: 'main-never-imports-renderer', severity: 'error', from: { path: '^src/(main|cli)/' }, to: { path: '^src/(renderer|viewer)/' } },
    { name: 'renderer-knows-core-and-contract', severity: 'error', from: { path: '^src/renderer/' }, to: { path: '^src/(main|cli|viewer)/' } },
    { name: 'viewer-knows-core-and-contract', severity: 'error', from: { path: '^src/viewer/' }, to: { path: '^src/(main|cli|renderer)/' } },
    { name: 'features-meet-at-their-index', severity: 'error', from: { path: `^src/renderer/([^/]+)/` }, to: { path: `^src/renderer/${FEATURES}/`, pathNot: ['^src/renderer/$1/', '/index\\.ts$'] } },
    { name: 'shared-rooms-know-no-feature', severity: 'error', from: { path: '^src/renderer/(workspace|ui)/' }, to: { path: `^src/renderer/(app|${FEATURES.slice(1, -1)})/` } },
    { name: 'nobody-imports-the-frame', severity: 'error', from: { path: '^src/renderer/', pathNot: '^src/renderer/(app/|main\\.tsx$)' }, to: { path: '^src/renderer/app/' } },
    { name: 'electron-in-one-file', severity: 'error', from: { path: '^src/', pathNot: '^src/main/hosts/electron(-preload)?\\.ts$' }, to: { path: 'node_modules/electron/|^electron$' } },
    { name: 'driver-in-the-vault', severity: 'error', from: { path: '^src/', pathNot: '^src/main/vault/' }, to: { path: 'better-sqlite3' } },
    { name: 'cytoscape-in-the-chart', severity: 'error', from: { path: '^src/', pathNot: '^src/(renderer/chart|viewer)/' }, to: { path: 'node_modules/cytoscape' } },
    { name: 'leaflet-in-the-map', severity: 'error', from: { path: '^src/', pathNot: '^src/renderer/map/' }, to: { path: 'node_modules/leaflet' } },
    { name: 'no-orphan-files', severity: 'error', from: { orphan: true, pathNot: ['\\.d\\.ts$', 'worker\\.ts$', 'preload\\.ts$'] }, to: {} },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'src/renderer/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
