export { findAfterImport, findLike } from './find.ts';
export { MatchingPanel } from './MatchingPanel.tsx';
export { OpenPairs } from './OpenPairs.tsx';
