export { CreateVault } from './CreateVault.tsx';
export { VaultGate } from './VaultGate.tsx';
