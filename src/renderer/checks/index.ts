export { ChecksPanel } from './ChecksPanel.tsx';
export { EntityChecks } from './EntityChecks.tsx';
