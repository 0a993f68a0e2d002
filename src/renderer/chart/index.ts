import { registerCommands } from '../workspace/index.ts';
import { editCommands } from './commands.ts';

export { addToChart, newChart, openChart, setPeriod, showOnlySource } from './acts.ts';
export { ChartPanel } from './ChartPanel.tsx';
export { type ChartImageOptions, chartPng, chartSvg } from './export.ts';

/** Undo and redo belong to the whole file, so they stay when the chart's panel is closed. */
registerCommands(editCommands);
