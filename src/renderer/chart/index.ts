export { addToChart, newChart, openChart } from './acts.ts';
export { ChartPanel } from './ChartPanel.tsx';
export { type ChartImageOptions, chartPng, chartSvg } from './export.ts';
