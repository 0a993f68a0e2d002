export { CreateVault } from './CreateVault.tsx';
