export { KeysAndBackups } from './KeysAndBackups.tsx';
export { VaultGate } from './VaultGate.tsx';
export { VaultNotices } from './VaultNotices.tsx';
