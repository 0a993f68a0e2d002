export { ExchangePanel } from './ExchangePanel.tsx';
export { OpenPackage } from './OpenPackage.tsx';
