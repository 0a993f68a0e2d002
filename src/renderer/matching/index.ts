export { findAfterImport, findLike } from './find.ts';
export { MatchingPanel } from './MatchingPanel.tsx';
export { useOpenPairs } from './open-pairs.ts';
