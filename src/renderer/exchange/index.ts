export { ExchangePanel } from './ExchangePanel.tsx';
