export * from './policy.ts';
export { passphraseStrength } from './strength.ts';
