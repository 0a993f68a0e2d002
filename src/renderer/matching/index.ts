export { findLike, findSame } from './find.ts';
export { MatchingPanel } from './MatchingPanel.tsx';
export { useOpenPairs } from './open-pairs.ts';
